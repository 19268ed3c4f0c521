package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs real JVMs side by side, of which one fails or hangs. */
class BatchTest {

    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    @Test
    void whenOneOfSeveralCellsFailsNoJvmIsLeft() throws Exception {
        StudyPlan plan = threeCells(100_000_000);

        assertThatExceptionOfType(CellFailedException.class)
                .isThrownBy(() -> batch(Duration.ofMinutes(2)).run(plan.measured(), cell -> {}))
                .withMessageContaining("boolean-array max=100000000 loops=1");

        assertThat(forks()).isEmpty();
    }

    @Test
    void aJvmThatHangsEndsTheStudyAndIsNotLeft() throws Exception {
        StudyPlan plan = threeCells(1_000);
        Consumer<PlannedCell.Measured> stopsTheOthers = started -> {
            if (started.equals(plan.measured().get(2))) {
                forks().forEach(fork -> signal("STOP", fork));
            }
        };

        assertThatExceptionOfType(CellFailedException.class)
                .isThrownBy(() -> batch(Duration.ofSeconds(5)).run(plan.measured(), stopsTheOthers))
                .withMessageContaining("its JVM hung: for 5 s it neither measured nor ended");

        assertThat(forks()).isEmpty();
    }

    /** Returns a plan of three cells with 16 MB of heap, of which the last has an array of a given size. */
    private static StudyPlan threeCells(long last) {
        List<PlannedCell> cells = Stream.of(
                        new Sieving(SieveStrategy.BIT_SET, 1_000, 1),
                        new Sieving(SieveStrategy.ATKIN, 1_000, 1),
                        new Sieving(SieveStrategy.BOOLEAN_ARRAY, last, 1))
                .map(workload -> new Cell(workload, Jvm.current().label(), Tier.C1))
                .<PlannedCell>map(cell -> new PlannedCell.Measured(cell, new Effort(1, 1, 9, 1), 16, 0, 0L, null))
                .toList();
        return new StudyPlan("test", 1, 7, 1_000, cells);
    }

    private static Batch batch(Duration silence) {
        return new Batch(new ForkRunner(Map.of(Jvm.current().label(), Jvm.current()), null, SILENT), silence);
    }

    private static List<ProcessHandle> forks() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ForkedMain"))
                .toList();
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
                    .start()
                    .waitFor();
            assertThat(code).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
