package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Options are refused in one line, before anything is planned or measured. */
class PublishCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String err) {}

    private Ended publish(String... arguments) throws IOException {
        Path project = folder.resolve("project");
        Jars jars = Jars.of(project);
        for (Path jar : List.of(jars.benchmarks(), jars.harness(), jars.emulator(), jars.function())) {
            Files.createDirectories(jar.resolveSibling(""));
            Files.write(jar, new byte[0]);
        }
        List<String> all = new ArrayList<>(List.of("--project=" + project, "--results=" + folder.resolve("results")));
        all.addAll(List.of(arguments));
        return run(all);
    }

    private static Ended run(List<String> arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new PublishCommand())
                    .setOverwrittenOptionsAllowed(true)
                    .execute(arguments.toArray(String[]::new));
            return new Ended(code, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--parts=study,sieves; unknown part 'sieves'",
                "--parts=load,load; --parts has load twice",
                "--rounds=0; --rounds 0 is below 1",
                "--jvms=/absent; --jvms /absent is not the home of a JDK",
                "--machine=a/b; --machine 'a/b' is not a label",
                "--resume; there is no unfinished publication in",
                "--resume=absent; publication.json",
                "--resume --quick; --quick cannot be given with --resume",
                "--resume --rounds=3; --rounds cannot be given with --resume"
            })
    void anOptionThatCannotBeUsedIsRefusedBeforeAnythingIsMade(String options, String reason) throws IOException {
        Ended ended = publish(options.split(" "));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("publish: ")
                .contains(reason);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void aJarThatIsNotBuiltIsNamed() {
        Ended ended = run(List.of("--project=" + folder));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err()).contains("benchmarks.jar is missing; ./mvnw -Ppublication builds it");
    }

    @Test
    void aPublicationGoesOnWithItsJdksOnly() throws IOException {
        Path begun = Files.createDirectories(folder.resolve("results/day-machine"));
        new PublicationFile("machine", null, 1, true, 2, List.of("11.0.1"), List.of("study"), List.of()).write(begun);

        Ended ended = publish("--resume");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains("was begun on JDK 11.0.1, not on " + Jdk.current().version(), "--jvms");
    }
}
