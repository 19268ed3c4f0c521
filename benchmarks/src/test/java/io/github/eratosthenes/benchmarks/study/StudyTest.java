package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.eratosthenes.benchmarks.report.ReportCommand;
import io.github.eratosthenes.benchmarks.report.ReportFile;
import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.JmhFile;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.RulerReadings;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.StudyFile.CellRun;
import io.github.eratosthenes.results.files.WarmupFile;
import io.github.eratosthenes.testing.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Forks real JVMs, with iterations of a few milliseconds. */
class StudyTest {

    private static final PrintStream SILENT =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final List<Jvm> JVMS = List.of(Jvm.current());
    private static final Effort EFFORT = new Effort(2, 2, 3, 2);
    private static final StudySettings SETTINGS = settings(List.of(new Size(10_000, 1), new Size(10_000, 3)));
    private static final StudySettings FEW_CELLS = settings(List.of(new Size(10_000, 1)));

    private static StudySettings settings(List<Size> sizes) {
        return new StudySettings(
                "test",
                2,
                StudySettings.sieving(List.of(SieveStrategy.BOOLEAN_ARRAY, SieveStrategy.BIT_SET), sizes),
                JVMS,
                List.of(Tier.C1),
                List.of(),
                EFFORT,
                1_000,
                7);
    }

    @TempDir
    Path results = Path.of("");

    private static CellRun run(CellEntry cell) {
        return Objects.requireNonNull(cell.run(), cell::label);
    }

    @Test
    void aPreparedStudyIsMeasuredByResumingIt() throws Exception {
        StudySession session = new StudySession(results, Duration.ZERO, SILENT);
        StudyPlan plan = plan(FEW_CELLS);

        int prepared = session.prepare(plan, JVMS, null, "test", List.of("--sizes=10000"));
        ResultFolder folder = UnfinishedStudy.newest(results).orElseThrow();
        boolean measured = Files.exists(folder.jmh());
        int resumed = session.resume(folder.path());

        assertThat(List.of(prepared, resumed)).containsOnly(0);
        assertThat(measured).isFalse();
        assertThat(JmhFile.read(folder.jmh())).hasSize(plan.measured().size());
        assertThat(Environment.read(folder.environment()).sittings()).hasSize(1);
        assertThat(folder.unfinished()).doesNotExist();
    }

    @Test
    void everyCellHasEveryRoundInAFileThatJmhReadersKnow() throws Exception {
        ResultFolder folder = folder();

        study(plan(SETTINGS), folder).run(SILENT);

        List<Measurement> measurements = JmhFile.read(folder.jmh());
        assertThat(measurements).hasSize(2 * 2);
        assertThat(Files.readString(folder.jmh()))
                .contains("\"jvm\":\"java\"")
                .doesNotContain(System.getProperty("java.home"));
        assertThat(measurements).allSatisfy(measurement -> {
            assertThat(measurement.scores())
                    .hasSize(2)
                    .allSatisfy(round -> assertThat(round).hasSize(3));
            assertThat(measurement.unit()).isEqualTo("ms/op");
            assertThat(measurement.parameter("tier")).isEqualTo("C1");
            assertThat(measurement.rulers().micros().keySet()).containsExactlyInAnyOrderElementsOf(RulerReadings.NAMES);
            assertThat(measurement.rulers().micros().values())
                    .allSatisfy(forks -> assertThat(forks)
                            .hasSize(2)
                            .allSatisfy(slices -> assertThat(slices)
                                    .hasSize(3)
                                    .allSatisfy(micros -> assertThat(micros).isPositive())));
        });
        assertThat(measurements.get(0).parameters())
                .containsEntry("strategy", "boolean-array")
                .containsEntry("max", "10000")
                .containsEntry("loops", "1");
        StudyFile study = StudyFile.read(folder.study());
        assertThat(WarmupFile.read(folder.warmup()))
                .zipSatisfy(
                        study.cells(),
                        (trace, cell) -> assertThat(trace.scores())
                                .hasSize(2)
                                .allSatisfy(round ->
                                        assertThat(round).hasSize(run(cell).warmupIterations())));
        List<String> names = plan(SETTINGS).measured().stream()
                .map(planned -> planned.cell().toString())
                .toList();
        assertThat(measurements).extracting(Measurement::label).isEqualTo(names);
        assertThat(study.cells()).extracting(CellEntry::label).isEqualTo(names);
        assertThat(study.roundsDone()).isEqualTo(2);
        assertThat(study.cells()).hasSameSizeAs(measurements);
        assertThat(Environment.read(folder.environment()).sittings())
                .singleElement()
                .satisfies(sitting -> assertThat(sitting.roundsDone()).isEqualTo(2));
    }

    @Test
    void anUnfinishedStudyCanBeReportedByItsFolder() throws Exception {
        ResultFolder folder = folder();
        CommandLine report = new CommandLine(new ReportCommand());
        assertThat(report.execute(folder.path().toString())).isEqualTo(1);
        assertThat(folder.report()).doesNotExist();

        assertThatExceptionOfType(Interrupted.class)
                .isThrownBy(() -> study(plan(FEW_CELLS), folder).run(endsInRoundTwo()));

        assertThat(report.execute(folder.path().toString())).isZero();
        assertThat(folder.report()).content().contains("bitset").contains("over the 1 round.");
        assertThat(folder.path().resolve("report.html")).content().contains("eratosthenes.packed(");
    }

    @Test
    void anInterruptedStudyGoesOnFromItsFinishedRounds() throws Exception {
        ResultFolder folder = folder();
        StudyPlan plan = plan(FEW_CELLS);
        Study interrupted = study(plan, folder);
        assertThatExceptionOfType(Interrupted.class).isThrownBy(() -> interrupted.run(endsInRoundTwo()));
        List<Measurement> afterOne = JmhFile.read(folder.jmh());

        assertThat(UnfinishedStudy.newest(results)).contains(folder);
        StudyPlan again = StudyPlan.of(StudyFile.read(folder.study()));
        assertThat(again).isEqualTo(plan);
        Study resumed = new Study(
                again,
                new UnfinishedStudy(folder).jvms(),
                null,
                folder,
                new SittingClock(Environment.read(folder.environment()), null),
                openGate(),
                Duration.ZERO);
        assertThat(resumed.roundsDone()).isEqualTo(1);
        resumed.run(SILENT);

        List<Measurement> measurements = JmhFile.read(folder.jmh());
        assertThat(measurements).hasSameSizeAs(afterOne);
        for (int place = 0; place < afterOne.size(); place++) {
            Measurement measurement = measurements.get(place);
            assertThat(measurement.parameters()).isEqualTo(afterOne.get(place).parameters());
            assertThat(measurement.scores())
                    .hasSize(2)
                    .first()
                    .isEqualTo(afterOne.get(place).scores().get(0));
        }
        assertThat(Environment.read(folder.environment()).sittings()).hasSize(2);
    }

    @Test
    void aStudyThatEndsBetweenItsLastRoundAndItsReportIsFinishedByTheNextSitting() throws Exception {
        StudySession interrupted = new StudySession(results, Duration.ZERO, endsInRoundTwo());
        assertThatExceptionOfType(Interrupted.class)
                .isThrownBy(() -> interrupted.begin(plan(FEW_CELLS), JVMS, null, "test", List.of()));
        ResultFolder folder = UnfinishedStudy.newest(results).orElseThrow();
        byte[] afterOne = Files.readAllBytes(folder.jmh());
        Path program = folder.unfinished().resolve("program.txt");
        String digest = Files.readString(program);
        Files.writeString(program, "sha256:0");
        assertThatIOException()
                .isThrownBy(() -> new StudySession(results, Duration.ZERO, SILENT).resumeNewest())
                .withMessageContaining("the program of the unfinished study was sha256:0 and is now " + digest);
        Files.writeString(program, digest);
        Path inTheWay = Files.createFile(Files.createDirectory(folder.report()).resolve("in-the-way"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StudySession session =
                new StudySession(results, Duration.ZERO, new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(session.resumeNewest()).isEqualTo(1);

        assertThat(JmhFile.read(folder.jmh()))
                .allSatisfy(measurement -> assertThat(measurement.scores()).hasSize(2));
        assertThat(UnfinishedStudy.newest(results)).contains(folder);
        Files.delete(inTheWay);
        Files.delete(folder.report());
        Files.write(folder.jmh(), afterOne);

        assertThat(session.resumeNewest()).isZero();

        assertThat(JmhFile.read(folder.jmh()))
                .allSatisfy(measurement -> assertThat(measurement.scores()).hasSize(2));
        assertThat(folder.report()).content().contains("over the 2 rounds");
        assertThat(names(folder.path()))
                .containsExactlyInAnyOrder(
                        "environment.json", "jmh.json", "report.html", "report.txt", "study.json", "warmup.json");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines().toList())
                .last()
                .isEqualTo("Page: " + folder.path().resolve("report.html").toUri());
        assertThat(names(results)).containsExactly(folder.path().getFileName().toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static PrintStream endsInRoundTwo() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void println(@Nullable String line) {
                if (String.valueOf(line).contains("round 2/")) {
                    throw new Interrupted();
                }
            }
        };
    }

    @Test
    void aFullDiskCostsOneRoundAndNothingBefore() throws Exception {
        ResultFolder folder = folder();
        Study study = study(plan(FEW_CELLS), folder);
        Files.createDirectories(folder.unfinished());
        Requirement.onFullDisk(folder.unfinished().resolve("round-2.ser.tmp"));

        assertThatIOException()
                .isThrownBy(() -> study.run(SILENT))
                .withMessageContaining("cannot write " + folder.unfinished().resolve("round-2.ser"));

        assertThat(JmhFile.read(folder.jmh()))
                .allSatisfy(measurement -> assertThat(measurement.scores()).hasSize(1));
        assertThat(StudyFile.read(folder.study()).roundsDone()).isEqualTo(1);
        Study resumed = study(StudyPlan.of(StudyFile.read(folder.study())), folder);
        assertThat(resumed.roundsDone()).isEqualTo(1);
    }

    @Test
    void slowForksAreRepeatedThreeTimesUnlessTheTimeForThatIsOver() throws Exception {
        List<Workload> oneSieve = StudySettings.sieving(List.of(SieveStrategy.BIT_SET), List.of(new Size(10_000, 1)));
        StudyPlan plan =
                plan(new StudySettings("test", 1, oneSieve, JVMS, List.of(Tier.C1), List.of(), EFFORT, 1_000, 7));

        StudyFile.Gate patient = afterEveryForkWasSlow(plan, Duration.ofHours(1));
        StudyFile.Gate hasty = afterEveryForkWasSlow(plan, Duration.ZERO);

        assertThat(patient).isEqualTo(new StudyFile.Gate(-1, Gate.MOST_REPEATS, 1));
        assertThat(hasty).isEqualTo(new StudyFile.Gate(-1, 0, 1));
    }

    private StudyFile.@Nullable Gate afterEveryForkWasSlow(StudyPlan plan, Duration repeatsAtMost) throws Exception {
        ResultFolder folder = folder();
        new Study(plan, JVMS, null, folder, clock(), new Gate(-1), repeatsAtMost).run(SILENT);
        return StudyFile.read(folder.study()).gate();
    }

    @Test
    void aDamagedRoundIsNamed() throws Exception {
        ResultFolder folder = folder();
        Files.createDirectories(folder.unfinished());
        for (byte[] content :
                List.of(new byte[0], new byte[] {(byte) 0xac}, "foreign".getBytes(StandardCharsets.UTF_8))) {
            Path round = Files.write(folder.unfinished().resolve("round-1.ser"), content);
            assertThatIOException()
                    .isThrownBy(() -> study(plan(FEW_CELLS), folder))
                    .withMessageContaining(round + " was not written by this version of the study");
        }
    }

    @Test
    void keepsTheJvmsInTheirOrder() throws Exception {
        Jvm java = Jvm.current();
        Path other = java.executable().resolveSibling(Path.of("..", "bin", "java"));
        List<Jvm> jvms =
                List.of(new Jvm("17", java.executable(), "17.0.1", "first"), new Jvm("25", other, "25.0.1", "second"));
        ResultFolder folder = folder();
        PrintStream endsAtOnce = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8) {
            @Override
            public void println(@Nullable String line) {
                throw new Interrupted();
            }
        };

        StudyPlan plan = StudyPlan.of(
                new StudySettings(
                        "test", 1, SETTINGS.workloads(), jvms, List.of(Tier.C1), List.of(), SETTINGS.effort(), 1, 7),
                4_096,
                (workload, jvm, tier, heap) -> Optional.of(new Probed(1, 1, 0L, 10_000)));
        assertThatExceptionOfType(Interrupted.class)
                .isThrownBy(
                        () -> new Study(plan, jvms, null, folder, clock(), openGate(), Duration.ZERO).run(endsAtOnce));

        assertThat(Files.readAllLines(folder.unfinished().resolve("jvms.txt")))
                .containsExactly(java.executable().toString(), other.toString());
    }

    private static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void twoBuildsRunInTheSameRounds() throws Exception {
        StudySettings settings = new StudySettings(
                "test", 2, FEW_CELLS.workloads(), JVMS, List.of(Tier.C1), List.of(Build.values()), EFFORT, 1_000, 7);
        ResultFolder folder = folder();
        StudyPlan plan = plan(settings);
        String classPath = System.getProperty("java.class.path");

        new Study(plan, JVMS, Path.of(classPath), folder, clock(), openGate(), Duration.ZERO).run(SILENT);

        assertThat(JmhFile.read(folder.jmh()))
                .extracting(measurement -> measurement.parameter("strategy") + " " + measurement.parameter("build"))
                .containsExactly("boolean-array this", "boolean-array other", "bitset this", "bitset other");
        assertThat(StudyPlan.of(StudyFile.read(folder.study()))).isEqualTo(plan);
        assertThat(ReportFile.write(folder))
                .contains("This build against the other, for each cell:")
                .anyMatch(line -> line.startsWith("  bitset max=10000 loops=1"));
        assertThat(System.getProperty("java.class.path")).isEqualTo(classPath);
    }

    @Test
    void anotherBuildThatIsNoneFailsWithItsCellAndTheReason() throws Exception {
        StudySettings settings = new StudySettings(
                "test", 1, FEW_CELLS.workloads(), JVMS, List.of(Tier.C1), List.of(Build.OTHER), EFFORT, 1_000, 7);
        Path noJar = Files.writeString(results.resolve("no.jar"), "no jar");
        ResultFolder folder = folder();

        assertThatExceptionOfType(CellFailedException.class)
                .isThrownBy(() ->
                        new Study(plan(settings), JVMS, noJar, folder, clock(), openGate(), Duration.ZERO).run(SILENT))
                .withMessageContaining("build=other");
    }

    @Test
    void aCellThatFailsEndsTheStudyWithItsNameAndReason() throws Exception {
        Cell tooBig = new Cell(
                new Sieving(SieveStrategy.BOOLEAN_ARRAY, 100_000_000, 1),
                Jvm.current().label(),
                Tier.C1);
        StudyPlan plan = new StudyPlan(
                "test",
                1,
                7,
                1_000,
                List.of(new PlannedCell.Measured(tooBig, new Effort(0, 1, 1, 1), 16, 0, 0L, null)));
        ResultFolder folder = folder();

        assertThatExceptionOfType(CellFailedException.class)
                .isThrownBy(() -> study(plan, folder).run(SILENT))
                .withMessageContaining("boolean-array max=100000000 loops=1")
                .withMessageContaining("OutOfMemoryError");
        assertThat(Files.exists(folder.jmh())).isFalse();
        assertThat(new UnfinishedStudy(folder).log()).content().contains("OutOfMemoryError");
    }

    private static StudyPlan plan(StudySettings settings) throws Exception {
        // a warm-up of two iterations, as if the probe had found that enough
        return StudyPlan.of(settings, 4_096, (workload, jvm, tier, heap) -> Optional.of(new Probed(1, 1, 0L, 10_000)));
    }

    private static Study study(StudyPlan plan, ResultFolder folder) throws IOException {
        return new Study(plan, JVMS, null, folder, clock(), openGate(), Duration.ZERO);
    }

    /** Lets every fork pass, so that a round that is finished stays as it is. */
    private static Gate openGate() {
        return new Gate(1_000);
    }

    private static SittingClock clock() {
        return new SittingClock(environment(), null);
    }

    private static Environment environment() {
        return new Environment(
                "test",
                Machine.current().hardware(),
                Machine.current().system(),
                List.of(),
                Map.of(),
                "Serial",
                "1.37",
                7,
                new Environment.Source(null, null),
                List.of(),
                List.of());
    }

    private ResultFolder folder() throws Exception {
        return ResultFolder.create(results, LocalDate.EPOCH, "test");
    }
}
