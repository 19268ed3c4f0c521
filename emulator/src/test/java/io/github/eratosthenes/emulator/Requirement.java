package io.github.eratosthenes.emulator;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

/** Skips a test on a machine that lacks what it needs, or fails it where everything must be there. */
public final class Requirement {
    private Requirement() {}

    /** Goes on if {@code met}; the reason of a skip is printed. */
    public static void that(boolean met, String otherwise) {
        if (!met && "1".equals(System.getenv("ERATOSTHENES_REQUIRE_ALL"))) {
            fail(otherwise);
        }
        if (!met) {
            System.out.println("skipped: " + otherwise);
        }
        Assumptions.assumeTrue(met, otherwise);
    }

    /** Requires that functions can run here at all. */
    static void runtimeInterfaceClient() {
        that(System.getProperty("os.name").equals("Linux"), "the runtime interface client needs Linux");
    }
}
