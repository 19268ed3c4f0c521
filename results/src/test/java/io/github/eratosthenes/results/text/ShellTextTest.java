package io.github.eratosthenes.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that is printed as a hint can be pasted, whatever the path of the checkout. */
class ShellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/plain/2026-11-25-a-2-cores", "/with blank", "/it's", "/$HOME", "/a;b", "/日本", "", "/a\"b"})
    void aShellReadsTheWordBack(String word) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellText.quoted(word)).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(word);
        assertThat(shell.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plain/2026-11-25-a-2-cores", "results", "a.b+c"})
    void aPlainWordStaysAsItIs(String word) {
        assertThat(ShellText.quoted(word)).isEqualTo(word);
    }
}
