package io.github.eratosthenes.harness.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionsTest {

    @TempDir
    private Path folder;

    @Test
    void readsTheConfigurationOfLambdaCpuCost() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
                {
                    "functions": {
                        "1024": "https://example.execute-api.us-west-2.amazonaws.com/prod/eratosthenes-1024",
                        "128": "https://example.execute-api.us-west-2.amazonaws.com/prod/eratosthenes-128"
                    }
                }
                """);
        Functions functions = Functions.read(config);
        assertThat(functions.memoryMegabytes()).containsExactly(128, 1024);
        assertThat(functions.address(128))
                .isEqualTo(URI.create("https://example.execute-api.us-west-2.amazonaws.com/prod/eratosthenes-128"));
    }

    @Test
    void putsTheMemorySizeInItsPlace() {
        assertThat(Functions.of("https://host/prod/sieve-{memory}", List.of(256))
                        .address(256))
                .isEqualTo(URI.create("https://host/prod/sieve-256"));
    }

    @Test
    void refusesWhatIsNoAddress() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.of("ftp://host/{memory}", List.of(128)))
                .withMessageContaining("ftp://host/128");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.of("no address", List.of(128)))
                .withMessageStartingWith("the endpoint no address is not an address: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.of("https://host/x", List.of(128, 256)))
                .withMessageContaining("{memory}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Functions.of("https://host/{memory}", List.of(64)))
                .withMessageContaining("64");
    }

    @Test
    void refusesAMemorySizeThatIsTwiceInAConfiguration() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), """
                {"functions": {"128": "https://host/a", " 128": "https://host/b"}}
                """);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Functions.read(config))
                .withMessage(config + " has the memory size 128 twice");
    }

    @Test
    void refusesAConfigurationWithoutFunctions() throws IOException {
        Path config = Files.writeString(folder.resolve("config.json"), "{}");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Functions.read(config))
                .withMessageContaining("functions");
    }
}
