package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.results.files.Environment.Hardware;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The machine that all parts of a publication are from, as far as times depend on it.
 *
 * @param cpu the model of its processor; null where it does not tell
 * @param cores how many processors it has
 */
record SameMachine(@Nullable String cpu, int cores) {

    /**
     * Checks that a part is from the same machine.
     *
     * @param subject how the message begins, such as "the part study was measured on"
     * @throws IOException if it is not
     */
    void check(String subject, Hardware hardware) throws IOException {
        if (!Objects.equals(cpu, hardware.cpu()) || cores != hardware.cores()) {
            throw new IOException(subject + " " + text(hardware.cpu(), hardware.cores())
                    + ", and the publication is from " + text(cpu, cores) + "; --other-machine allows both");
        }
    }

    private static String text(@Nullable String cpu, int cores) {
        return (cpu == null ? "an unknown CPU" : cpu) + " with " + cores + (cores == 1 ? " core" : " cores");
    }
}
