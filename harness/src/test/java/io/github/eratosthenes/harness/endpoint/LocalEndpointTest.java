package io.github.eratosthenes.harness.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.eratosthenes.harness.endpoint.LocalEndpoint.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The address is read from where the emulator prints it, and a failure is told by the emulator's own reason. */
@Timeout(120)
class LocalEndpointTest {

    @TempDir
    Path folder = Path.of("");

    /** An emulator that prints an address to standard error before its own to standard output. */
    static final class TwoAddresses {
        private TwoAddresses() {}

        public static void main(String[] args) throws InterruptedException {
            System.err.println("  http://127.0.0.1:1/prod/eratosthenes-128");
            System.err.flush();
            Thread.sleep(200);
            System.out.println("  http://127.0.0.1:2/prod/eratosthenes-128");
            Thread.sleep(60_000);
        }
    }

    /** An emulator that cannot start. */
    static final class Failing {
        private Failing() {}

        public static void main(String[] args) {
            System.out.println("starting");
            System.err.println("Picked up JAVA_TOOL_OPTIONS: -Dx=y");
            System.err.println("no room for a control group");
            System.exit(1);
        }
    }

    private Settings settings(Path emulator) {
        return new Settings(emulator, emulator, List.of(128), "rest", null, 35, 0);
    }

    private Path jar(Class<?> main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        Path jar = folder.resolve(main.getSimpleName() + ".jar");
        String name = main.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream code = Objects.requireNonNull(main.getClassLoader()).getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(code).transferTo(out);
        }
        return jar;
    }

    @Test
    void theAddressIsReadFromStandardOutputOnly() throws Exception {
        try (LocalEndpoint endpoint = LocalEndpoint.start(settings(jar(TwoAddresses.class)))) {
            assertThat(endpoint.template()).isEqualTo("http://127.0.0.1:2/prod/eratosthenes-{memory}");
        }
    }

    @Test
    void anEmulatorThatDoesNotStartIsToldByItsReasonInOneLine() throws Exception {
        Path failing = jar(Failing.class);
        Path broken = Files.writeString(folder.resolve("broken.jar"), "no jar");

        assertThatIOException()
                .isThrownBy(() -> LocalEndpoint.start(settings(failing)))
                .withMessage("the emulator does not serve: no room for a control group");
        assertThatIOException()
                .isThrownBy(() -> LocalEndpoint.start(settings(broken)))
                .withMessageStartingWith("the emulator does not serve: Error: Invalid or corrupt jarfile");
    }
}
