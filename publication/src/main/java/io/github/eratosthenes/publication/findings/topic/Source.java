package io.github.eratosthenes.publication.findings.topic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * A publication as a document refers to it.
 *
 * @param publication where the figures are from
 * @param project the project's folder
 * @param document the document that they are written to
 */
public record Source(Publication publication, Path project, Path document) {

    /** Returns a link to a part's folder. */
    String link(String part) {
        return "[" + publication.name() + "/" + part + "]("
                + path(publication.folder().resolve(part)) + ")";
    }

    /** Returns the published pictures of a chart, in a light and a dark form, as HTML; a line of words where there are none. */
    Statement picture(String chart, String description) {
        Path folder = project.resolve("notebooks/charts").resolve(publication.name());
        Path light = folder.resolve(chart + "-light.svg");
        Path dark = folder.resolve(chart + "-dark.svg");
        if (!Files.exists(light) || !Files.exists(dark)) {
            return Statement.of("`./mvnw -Pcharts` draws the picture `" + chart + "` that belongs here.");
        }
        return Statement.of(String.format(Locale.ROOT, """
                <picture>
                  <source media="(prefers-color-scheme: dark)" srcset="%s">
                  <img src="%s" alt="%s">
                </picture>""", path(dark), path(light), description));
    }

    private String path(Path target) {
        Path folder =
                Objects.requireNonNull(document.toAbsolutePath().normalize().getParent(), "a document has a folder");
        return folder.relativize(target.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
