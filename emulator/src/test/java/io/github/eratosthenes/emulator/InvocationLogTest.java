package io.github.eratosthenes.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class InvocationLogTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @Test
    void aFullDiskIsToldOnceAndCostsOnlyTheLines() {
        Requirement.that(Files.exists(FULL_DISK), "this system has no /dev/full");
        List<String> lines = new ArrayList<>();
        InvocationReport report =
                new InvocationReport(Verdict.OK, "f-128", 128, "f-128-1", 1, OptionalDouble.empty(), 64);
        try (InvocationLog log =
                new InvocationLog(FULL_DISK, new NoControlGroups("none"), new FunctionLog(lines::add))) {
            log.write("1", Verdict.OK, 200, 1, report);
            log.write("2", Verdict.OK, 200, 1, report);
        }
        assertThat(lines).singleElement().asString().startsWith("emulator: cannot write the log /dev/full: ");
    }
}
