package io.github.eratosthenes.emulator.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.eratosthenes.emulator.cgroup.NoCgroups;
import io.github.eratosthenes.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvocationLogTest {
    private static final Path FULL_DISK = Path.of("/dev/full");
    private static final InvocationReport REPORT =
            new InvocationReport(Verdict.OK, "f-128", 128, "f-128-1", 1, OptionalDouble.empty(), 64, null);

    private final List<String> lines = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aLogBelongsToOneEmulatorAtATime() throws IOException {
        Path file = folder.resolve("log");
        try (InvocationLog log = log(file)) {
            log.begin();
            log.write("1", Verdict.OK, 200, 1, REPORT);
            assertThatIllegalStateException()
                    .isThrownBy(() -> log(file))
                    .withMessage(
                            "the log " + file + " is that of another emulator, which runs; --log takes another file");
            assertThat(file).content().contains("\"requestId\":\"1\"");
        }
        try (InvocationLog next = log(file)) {
            next.begin();
        }
        assertThat(file).isEmptyFile();
    }

    @Test
    void aDeviceTakesTheLinesOfAnyNumber() {
        Path device = Path.of("/dev/null");
        Requirement.that(Files.exists(device), "this system has no /dev/null");
        try (InvocationLog first = log(device);
                InvocationLog second = log(device)) {
            first.write("1", Verdict.OK, 200, 1, REPORT);
            second.write("2", Verdict.OK, 200, 1, REPORT);
        }
        assertThat(lines).isEmpty();
    }

    @Test
    void aFullDiskIsToldOnceAndCostsOnlyTheLines() {
        Requirement.that(Files.exists(FULL_DISK), "this system has no /dev/full");
        try (InvocationLog log = log(FULL_DISK)) {
            log.write("1", Verdict.OK, 200, 1, REPORT);
            log.write("2", Verdict.OK, 200, 1, REPORT);
        }
        assertThat(lines).singleElement().asString().startsWith("emulator: cannot write the log /dev/full: ");
    }

    private InvocationLog log(Path file) {
        return new InvocationLog(file, new NoCgroups("none"), FunctionLog.of(FunctionLog.Format.TEXT, lines::add));
    }
}
