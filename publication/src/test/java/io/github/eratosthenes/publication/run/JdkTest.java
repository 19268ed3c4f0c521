package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {

    @TempDir
    private Path folder = Path.of("");

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk-" + version));
        Path java =
                Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("java"));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    @Test
    void theNewestComesFirst() throws IOException {
        String homes = jdk("9.0.4") + "," + jdk("25.0.3") + "," + jdk("17.0.15");

        assertThat(Jdk.list(homes)).extracting(Jdk::version).containsExactly("25.0.3", "17.0.15", "9.0.4");
    }

    @Test
    void oneThatIsGivenTwiceIsRefused() throws IOException {
        Path home = jdk("17.0.15");

        assertThatThrownBy(() -> Jdk.list(home + "," + home))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @Test
    void thisProgramsJdkHasItsVersion() throws IOException {
        assertThat(Jdk.current().version())
                .startsWith(String.valueOf(Runtime.version().feature()));
    }
}
