package io.github.eratosthenes.results.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Utf8OutputTest {

    private static final String TEXT = "± 2.9 %, 10⁹, π";

    /** A program that prints the text on both streams. */
    static final class Program {

        private Program() {}

        public static void main(String[] args) {
            Utf8Output.use();
            System.out.println(TEXT);
            System.err.println(TEXT);
        }
    }

    @Test
    void everyCharacterIsPrintedWhereTheLocaleHasAsciiOnly() throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.contains("JAVA_") || name.startsWith("JDK_"));
        program.environment().put("LC_ALL", "POSIX");
        Process process = program.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo((TEXT + System.lineSeparator()).repeat(2));
        assertThat(process.waitFor()).isZero();
    }
}
