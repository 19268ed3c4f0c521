package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theSameFilesElsewhereAreTheSameProgramAndOtherBytesAreNot() throws Exception {
        String before = digest("before", "code");

        assertThat(digest("elsewhere", "code")).isEqualTo(before);
        assertThat(digest("edited", "c0de")).isNotEqualTo(before);
    }

    private String digest(String name, String code) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        Path jar = Files.writeString(copy.resolve("some.jar"), "jar");
        Path classes = Files.createDirectories(copy.resolve("classes"));
        Files.writeString(Files.createDirectory(classes.resolve("package")).resolve("Some.class"), code);
        return Program.digest(String.join(
                File.pathSeparator,
                jar.toString(),
                classes.toString(),
                copy.resolve("none.jar").toString()));
    }
}
