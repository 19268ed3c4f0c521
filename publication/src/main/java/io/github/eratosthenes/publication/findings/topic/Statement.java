package io.github.eratosthenes.publication.findings.topic;

import java.util.List;

/**
 * One or more sentences of a finding.
 *
 * @param text Markdown without line breaks
 * @param claims what it claims
 */
public record Statement(String text, List<Claim> claims) {

    /** Creates a statement that claims nothing beyond its figures. */
    static Statement of(String text) {
        return new Statement(text, List.of());
    }
}
