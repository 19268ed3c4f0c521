package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Skips a test on a machine that lacks what it needs, or fails it where everything must be there. */
public final class Requirement {

    private Requirement() {}

    /** Goes on if met. */
    public static void that(boolean met, String otherwise) {
        if (!met && "1".equals(System.getenv("ERATOSTHENES_REQUIRE_ALL"))) {
            fail(otherwise);
        }
        if (!met) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    /** Makes the file a link to a device that takes nothing, as a disk that is full. */
    public static void onFullDisk(Path file) throws Exception {
        Path device = Path.of("/dev/full");
        that(Files.exists(device), "this system has no /dev/full");
        Files.createSymbolicLink(file, device);
    }
}
