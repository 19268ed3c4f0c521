package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.publication.run.PublicationFile.StepTime;
import io.github.eratosthenes.publication.run.PublicationRun.StepFailedException;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationRunTest {

    @TempDir
    private Path temporary = Path.of("");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private PublicationFolder folder = new PublicationFolder(Path.of(""));
    private FakeCommands commands = new FakeCommands(Path.of(""));
    private Hardware hardware = new Hardware(null, 1, Map.of(), null, null, 1);

    @BeforeEach
    void makeFolder() throws IOException {
        folder = new PublicationFolder(Files.createDirectory(temporary.resolve("2026-11-26-machine")));
        commands = new FakeCommands(temporary.resolve("log"));
        hardware =
                Environment.read(new ResultFolder(Fixture.JDKS).environment()).hardware();
    }

    private PublicationFile file(Step... steps) {
        return new PublicationFile(
                "machine",
                hardware.cpu(),
                hardware.cores(),
                false,
                10,
                List.of("25.0.3", "17.0.15"),
                Arrays.stream(steps).map(Step::id).toList(),
                List.of());
    }

    private PublicationRun run(PublicationFile file, boolean otherMachine) {
        return new PublicationRun(
                folder,
                file,
                commands,
                new Child(),
                otherMachine,
                new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(temporary.resolve("log"));
    }

    @Test
    void everyStepIsMadeInOrderAndEachPartKeepsItsEnvironment() throws Exception {
        PublicationRun run = run(file(Step.values()), false);
        run.run();

        assertThat(log())
                .containsExactly(
                        "study",
                        "variants",
                        "yardstick",
                        "work",
                        "breakpoints",
                        "breakpoints-reserved",
                        "load",
                        "charts",
                        "notebook",
                        "findings");
        for (Part part : Part.values()) {
            assertThat(folder.environment(part).hardware()).isEqualTo(hardware);
            assertThat(folder.unfinished(part)).doesNotExist();
        }
        assertThat(PublicationFile.read(folder.path()).times())
                .allMatch(StepTime::finished)
                .hasSize(Step.values().length);
        assertThat(run.report()).anyMatch(line -> line.startsWith("study ")).anyMatch(line -> line.startsWith("all "));
        assertThat(ResultData.folders(List.of(temporary))).containsExactly(folder.path());
        assertThat(PublicationFolder.newestUnfinished(temporary)).isEmpty();
    }

    @Test
    void aFailingPartIsNamedAndTheNextOnesWait() throws Exception {
        commands.with(Step.YARDSTICK, "exit 3");

        assertThatThrownBy(run(file(Step.values()), false)::run)
                .isInstanceOf(StepFailedException.class)
                .hasMessage("yardstick failed: its command ended with exit code 3");

        assertThat(log()).containsExactly("study", "variants", "yardstick");
        assertThat(PublicationFolder.newestUnfinished(temporary)).contains(folder);
    }

    @Test
    void aCommandThatLeavesNoResultFolderHasFailed() {
        commands.with(Step.STUDY, "true");

        assertThatThrownBy(run(file(Step.STUDY), false)::run)
                .isInstanceOf(IOException.class)
                .hasMessage("study failed: its command has left no result folder");
        assertThat(folder.part(Part.STUDY)).doesNotExist();
    }

    @Test
    void finishedPartsAreSkippedWhenItGoesOn() throws Exception {
        commands.with(Step.WORK, "exit 1");
        assertThatThrownBy(run(file(Step.values()), false)::run).isInstanceOf(StepFailedException.class);
        Files.delete(temporary.resolve("log"));
        commands.with(Step.WORK, commands.measuring());

        run(PublicationFile.read(folder.path()), false).run();

        assertThat(log()).startsWith("work", "breakpoints").doesNotContain("study");
        assertThat(PublicationFolder.newestUnfinished(temporary)).isEmpty();
    }

    @Test
    void anInterruptedStudyIsResumedByItsOwnCommand() throws Exception {
        commands.with(Step.STUDY, commands.measuring() + " && mkdir \"$1/day/unfinished\" && exit 130");
        assertThatThrownBy(run(file(Step.STUDY), false)::run).isInstanceOf(StepFailedException.class);

        run(PublicationFile.read(folder.path()), false).run();

        assertThat(log()).containsExactly("study", "resumed study");
        assertThat(folder.isFinished(Part.STUDY)).isTrue();
    }

    @Test
    void aPartThatCannotBeResumedBeginsAnew() throws Exception {
        commands.with(Step.LOAD, commands.measuring() + " && touch \"$1/day/old\" && exit 1");
        assertThatThrownBy(run(file(Step.LOAD), false)::run).isInstanceOf(StepFailedException.class);
        commands.with(Step.LOAD, commands.measuring());

        run(PublicationFile.read(folder.path()), false).run();

        assertThat(log()).containsExactly("load", "load");
        assertThat(folder.part(Part.LOAD).resolve("old")).doesNotExist();
    }

    @Test
    void aCompleteStudyThatWasNotTakenYetIsNotMeasuredAgain() throws Exception {
        commands.from(otherEnvironment());
        commands.with(Step.STUDY, commands.measuring() + " && touch \"$1/day/jmh.json\"");
        assertThatThrownBy(run(file(Step.STUDY), false)::run).hasMessageContaining("--other-machine");

        run(PublicationFile.read(folder.path()), true).run();

        assertThat(log()).containsExactly("study");
        assertThat(folder.part(Part.STUDY).resolve("jmh.json")).exists();
    }

    @Test
    void theTimeOfAPartIsThatOfAllItsSittings() throws Exception {
        PublicationFile before = file(Step.STUDY).with(new StepTime("study", "1h02m", 100, false));

        run(before, false).run();

        StepTime time = PublicationFile.read(folder.path()).time(Step.STUDY);
        assertThat(time.seconds()).isGreaterThanOrEqualTo(100);
        assertThat(time.planned()).isEqualTo("1h02m");
    }

    private Path otherEnvironment() throws IOException {
        Path environment = temporary.resolve("other.json");
        Files.writeString(
                environment,
                Files.readString(new ResultFolder(Fixture.JDKS).environment())
                        .replaceFirst("\"cpu\" : \"[^\"]*\"", "\"cpu\" : \"Another CPU\""));
        return environment;
    }

    @Test
    void aPartFromAnotherMachineIsRejectedWithBothNames() throws Exception {
        commands.from(otherEnvironment());

        assertThatThrownBy(run(file(Step.STUDY), false)::run)
                .hasMessageContaining("study")
                .hasMessageContaining("Another CPU with " + hardware.cores())
                .hasMessageContaining(hardware.cpu() + " with " + hardware.cores())
                .hasMessageContaining("--other-machine");
        assertThat(folder.part(Part.STUDY)).doesNotExist();
        assertThat(Environment.read(folder.begun(Part.STUDY).orElseThrow().environment())
                        .hardware()
                        .cpu())
                .as("what was measured is kept")
                .isEqualTo("Another CPU");
    }

    @Test
    void aPartFromAnotherMachineIsTakenWhereThatIsAllowed() throws Exception {
        commands.from(otherEnvironment());

        run(file(Step.STUDY), true).run();

        assertThat(folder.environment(Part.STUDY).hardware().cpu()).isEqualTo("Another CPU");
    }

    @Test
    void aPublicationDoesNotGoOnWithPartsOrOnAMachineOfAnotherKind() throws Exception {
        commands.from(otherEnvironment());
        run(file(Step.STUDY), true).run();
        PublicationFile file = PublicationFile.read(folder.path());

        assertThatThrownBy(() -> run(file, false).checkMachine(hardware))
                .hasMessageStartingWith("the part study was measured on Another CPU with");
        Hardware more = new Hardware(hardware.cpu(), hardware.cores() + 1, hardware.caches(), null, null, 1);
        assertThatThrownBy(() -> run(file, false).checkMachine(more))
                .hasMessageStartingWith("this machine has ")
                .hasMessageContaining((hardware.cores() + 1) + " cores");
        run(file, true).checkMachine(more);
    }

    @Test
    void thePlanHasTheTimeOfEveryPartThatKnowsItAndTheirSum() throws Exception {
        run(file(Step.STUDY, Step.VARIANTS, Step.LOAD), false).plan(false);

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("study +25.0.3 +1h02m")
                .containsPattern("variants +25.0.3, 17.0.15 +1h02m")
                .containsPattern("load +25.0.3 +-")
                .contains("About 2h04m in all; not known before: load.");
        assertThat(temporary.resolve("log")).doesNotExist();
    }

    @Test
    void whatACommandFindsOutForThePlanIsNotFoundOutAgain() throws Exception {
        PublicationRun run = run(file(Step.STUDY, Step.VARIANTS), false);
        run.plan(true);
        run.run();

        assertThat(log()).containsExactly("prepared study", "resumed study", "variants");
        assertThat(folder.isFinished(Part.STUDY)).isTrue();
        assertThat(run.report()).anyMatch(line -> line.matches("study +1h03m .*"));
    }

    @Test
    void aPlanThatWasInterruptedGoesOnWithWhatItKnows() throws Exception {
        run(file(Step.STUDY), false).plan(true);

        run(PublicationFile.read(folder.path()).withSteps(List.of(Step.STUDY, Step.VARIANTS)), false)
                .plan(true);

        assertThat(log()).containsExactly("prepared study");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("About 2h05m in all.");
    }

    @Test
    void onOneJdkThePlanSaysWhatIsLeftOut() throws Exception {
        PublicationFile one = file(Step.LOAD);
        run(new PublicationFile("machine", null, 1, false, 10, List.of("25.0.3"), one.steps(), List.of()), false)
                .plan(false);

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Left out: a comparison of JDKs");
    }

    @Test
    void pagesAreNotCountedAsPublished() throws IOException {
        Files.write(folder.path().resolve("report.html"), new byte[1000]);
        Files.write(folder.path().resolve("jmh.json"), new byte[10]);

        assertThat(folder.publishedBytes()).isEqualTo(10);
    }
}
