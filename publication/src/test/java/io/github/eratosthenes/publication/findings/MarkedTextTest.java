package io.github.eratosthenes.publication.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    private static final String DOCUMENT = """
            # Title
            <!-- findings: one -->
            old
            lines
            <!-- end of findings -->
            between
            <!-- findings: two -->
            <!-- end of findings -->
            """;

    @Test
    void replacesWhatStandsBetweenMarkersAndNothingElse() throws IOException {
        assertThat(MarkedText.rewritten(DOCUMENT, name -> "new " + name)).isEqualTo("""
                # Title
                <!-- findings: one -->
                new one
                <!-- end of findings -->
                between
                <!-- findings: two -->
                new two
                <!-- end of findings -->
                """);
    }

    @Test
    void writingTheSameTwiceChangesNothing() throws IOException {
        String once = MarkedText.rewritten(DOCUMENT, name -> "a line\n\nand another");

        assertThat(MarkedText.rewritten(once, name -> "a line\n\nand another")).isEqualTo(once);
    }

    @Test
    void namesTheLineOfAWrongMarker() {
        rejects("<!-- findings: one -->\ntext", "line 2: the finding 'one' does not end");
        rejects("text\n<!-- end of findings -->", "line 2: a finding ends that has not begun");
        rejects("<!-- findings: one -->\n<!-- findings: two -->", "line 2: a finding begins inside the finding 'one'");
        rejects("<!--findings: one-->", "line 1: '<!--findings: one-->' is no marker");
        rejects("<!-- findings: one -->\n<!-- end of findings-->", "line 2: '<!-- end of findings-->' is no marker");
    }

    private static void rejects(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarkedText.rewritten(text, name -> "new"))
                .withMessage(message);
    }
}
