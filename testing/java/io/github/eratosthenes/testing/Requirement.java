package io.github.eratosthenes.testing;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Skips a test on a machine that lacks what the test needs, or fails the test where {@code ERATOSTHENES_REQUIRE_ALL} is 1.
 *
 * <p>Compiled into the tests of every module: the modules have no common dependency that could hold this class.
 */
public final class Requirement {

    private Requirement() {}

    /** Goes on if the condition is met; else skips the test and prints the reason, or fails with it. */
    public static void that(boolean met, String otherwise) {
        if (!met && "1".equals(System.getenv("ERATOSTHENES_REQUIRE_ALL"))) {
            fail(otherwise);
        }
        if (!met) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    /** Makes the file a link to a device that takes nothing, as a full disk does. */
    public static void onFullDisk(Path file) throws Exception {
        Path device = Path.of("/dev/full");
        that(Files.exists(device), "this system has no /dev/full");
        Files.createSymbolicLink(file, device);
    }
}
