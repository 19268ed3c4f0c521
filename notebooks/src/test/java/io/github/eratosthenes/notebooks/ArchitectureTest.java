package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The notebooks draw the charts of the page, and know no sieve and no benchmark. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("notebooks");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyResultsPageAndWhatDraws() {
        RULES.usesOnly(
                "results..",
                "page..",
                "com.fasterxml.jackson..",
                "org.mozilla.javascript..",
                "com.github.weisj.jsvg..",
                "picocli..");
    }

    @Test
    void textIsAlikeInEveryLocale() {
        RULES.formatsTextAlikeInEveryLocale();
    }
}
