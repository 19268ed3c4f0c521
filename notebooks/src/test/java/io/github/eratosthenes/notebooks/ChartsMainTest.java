package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ParseResult;

class ChartsMainTest {

    @Test
    void whatIsGivenBesideTheBuildsOptionsCounts() {
        ParseResult parsed = ChartsMain.commandLine()
                .parseArgs("draw", "--results=a", "--pictures=b", "--site=c", "--results=e,f", "--site=g")
                .subcommand();

        assertThat(parsed.<String>matchedOptionValue("--results", "")).isEqualTo("e,f");
        assertThat(parsed.<Path>matchedOptionValue("--site", Path.of(""))).hasToString("g");
        assertThat(parsed.<Path>matchedOptionValue("--pictures", Path.of(""))).hasToString("b");
    }

    @Test
    void aCommandThatFailsSaysSoInOneLineAndEndsWith1(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        int status;
        try {
            status = ChartsMain.commandLine().execute("notebook", "--results=a", "--work=" + file, "analysis.ipynb");
        } finally {
            System.setErr(before);
        }

        assertThat(status).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("notebook: ");
    }
}
