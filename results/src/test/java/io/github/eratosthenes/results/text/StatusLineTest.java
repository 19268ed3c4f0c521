package io.github.eratosthenes.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    private static final String CLEAR = "\r\u001b[K";
    private static final String END = System.lineSeparator();

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void onATerminalEachTextTakesThePlaceOfTheOneBefore() {
        StatusLine line = new StatusLine(out, true, 80, Duration.ofHours(1));
        line.show("one");
        line.show("two");
        line.clear();
        line.clear();

        assertThat(printed()).isEqualTo(CLEAR + "one" + CLEAR + "two" + CLEAR);
    }

    @Test
    void onATerminalALineThatStaysIsWholeAndItsOwn() {
        StatusLine line = new StatusLine(out, true, 80, Duration.ofHours(1));
        line.show("status");
        line.keep("found");
        line.keep("found too");

        assertThat(printed()).isEqualTo(CLEAR + "status" + CLEAR + "found" + END + "found too" + END);
    }

    @Test
    void onATerminalNoTextWraps() {
        new StatusLine(out, true, 20, Duration.ofHours(1)).show("a".repeat(30));

        assertThat(printed()).isEqualTo(CLEAR + "a".repeat(19));
    }

    @Test
    void elsewhereLinesArePlainAndFew() {
        StatusLine line = new StatusLine(out, false, 20, Duration.ofHours(1));
        line.show("first, and longer than the width");
        line.show("too early");
        line.showAlways("always");
        line.keep("found");
        line.clear();

        assertThat(printed()).isEqualTo("first, and longer than the width" + END + "always" + END + "found" + END);
    }

    @Test
    void aStreamThatIsNotStandardOutputIsNoTerminal() {
        StatusLine.of(out, Duration.ofHours(1)).show("plain");

        assertThat(printed()).isEqualTo("plain" + END);
    }
}
