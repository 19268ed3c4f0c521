package io.github.eratosthenes.results.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class OptionsTest {

    @TempDir
    Path folder = Path.of("");

    @Command
    private static final class Program {
        @Mixin
        private ResultOptions options = new ResultOptions();
    }

    private static ResultOptions options(String... arguments) {
        Program program = new Program();
        new CommandLine(program).parseArgs(arguments);
        return program.options;
    }

    @Test
    void aValueThatIsTwiceInAListIsRefusedByName() {
        assertThat(ListOption.distinct("--sizes", List.of(1, 2))).containsExactly(1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ListOption.distinct("--sizes", List.of(1, 2, 1)))
                .withMessage("--sizes has 1 twice; give each value once");
    }

    @Test
    void aNumberOutOfBoundsIsRefusedWithTheBound() {
        assertThat(NumberOption.atLeast("--budget", Long.MAX_VALUE, 1)).isEqualTo(Long.MAX_VALUE);
        assertThat(NumberOption.within("--execs", 5, 1, 5)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberOption.atLeast("--budget", 0, 1))
                .withMessage("--budget 0 is below 1, the lowest allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberOption.within("--execs", 6, 1, 5))
                .withMessage("--execs 6 is above 5, the highest allowed");
    }

    @ParameterizedTest
    @CsvSource({
        "日本, 日本",
        "мой ноутбук, мой-ноутбук",
        "My Laptop, my-laptop",
        "épée, épée",
        "हिन्दी, हिन्दी",
        "amd-epyc_2.5, amd-epyc_2.5"
    })
    void aMachinesLabelKeepsTheLettersOfAnyScript(String typed, String label) {
        assertThat(options("--machine=" + typed).machine()).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c++", "c#", "a/b", "..", "-", "\uFFFD\uFFFD", "a\u0000b", "☃", "a:b", "(r)"})
    void aMachinesLabelThatWouldLoseCharactersIsRefused(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--machine=" + typed).machine())
                .withMessageContaining("'" + typed + "'")
                .withMessageContaining("must begin with a letter or a digit");
    }

    @Test
    void aMachinesLabelFitsIntoTheNameOfAFolder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options("--machine=" + "日".repeat(67)).machine())
                .withMessageContaining("has 201 bytes, more than 200");
    }

    @Test
    void resultsThatCannotBeWrittenAreRefusedBeforeAnythingIsMeasured() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");

        options("--results=" + folder.resolve("new").resolve("newer")).check();
        assertThat(folder.resolve("new")).doesNotExist();
        assertThatIOException()
                .isThrownBy(() -> options("--results=" + file).check())
                .withMessage("--results " + file + " cannot be used: " + file + " is not a folder");
        assertThatIOException()
                .isThrownBy(() -> options("--results=" + file.resolve("below")).check())
                .withMessageContaining(file + " is not a folder");
        assertThatIOException()
                .isThrownBy(() -> options("--results=/proc/self/results").check())
                .withMessage("--results /proc/self/results cannot be used: /proc/self cannot be written to");
    }
}
