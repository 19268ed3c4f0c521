package io.github.eratosthenes.testing;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Skips a test on a machine that lacks a tool for it, or fails the test if {@code ERATOSTHENES_REQUIRE_ALL} is 1.
 *
 * <p>This class is compiled into the tests of every module, because the modules have no common dependency that could hold it.
 */
public final class Requirement {

    private Requirement() {}

    /** Returns if the condition is met; otherwise skips the test and prints the reason, or fails with the reason. */
    public static void that(boolean met, String otherwise) {
        if (!met && "1".equals(System.getenv("ERATOSTHENES_REQUIRE_ALL"))) {
            fail(otherwise);
        }
        if (!met) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    /** Makes the file a link to a device that accepts no data, like a full disk. */
    public static void onFullDisk(Path file) throws Exception {
        Path device = Path.of("/dev/full");
        that(Files.exists(device), "this system has no /dev/full");
        Files.createSymbolicLink(file, device);
    }
}
