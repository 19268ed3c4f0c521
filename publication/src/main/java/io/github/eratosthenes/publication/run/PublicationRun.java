package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.publication.run.PublicationFile.StepTime;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the steps of a publication one after another, and notes how long each takes. */
final class PublicationRun {

    private final PublicationFolder folder;
    private final Commands commands;
    private final Child child;
    private final boolean otherMachine;
    private final PrintStream out;
    private PublicationFile file;
    private @Nullable Step running;
    private long startNanos;

    /**
     * Creates a run.
     *
     * @param file what publication.json has so far
     * @param otherMachine whether parts may be from different machines
     */
    PublicationRun(
            PublicationFolder folder,
            PublicationFile file,
            Commands commands,
            Child child,
            boolean otherMachine,
            PrintStream out) {
        this.folder = folder;
        this.file = file;
        this.commands = commands;
        this.child = child;
        this.otherMachine = otherMachine;
        this.out = out;
    }

    /** A step that did not come to its end. */
    static final class StepFailedException extends IOException {

        private static final long serialVersionUID = 1;

        StepFailedException(Step step, String reason) {
            super(step.id() + " failed: " + reason);
        }
    }

    /**
     * Checks that this machine and all finished parts are the publication's.
     *
     * @throws IOException if one is not, and may not be
     */
    void checkMachine(Hardware current) throws IOException {
        if (!otherMachine) {
            publicationMachine().check("this machine has", current);
            for (Step step : file.chosenSteps()) {
                if (step.part() != null && folder.isFinished(step.part())) {
                    check(step.part(), new ResultFolder(folder.part(step.part())));
                }
            }
        }
    }

    private SameMachine publicationMachine() {
        return new SameMachine(file.cpu(), file.cores());
    }

    private void check(Part part, ResultFolder measured) throws IOException {
        publicationMachine()
                .check(
                        "the part " + part.folder() + " was measured on",
                        Environment.read(measured.environment()).hardware());
    }

    /**
     * Asks the commands of the steps that are not finished how long they will take, and prints it.
     *
     * @param thenRuns whether the steps will be made, so that what the commands find out is kept
     */
    void plan(boolean thenRuns) throws IOException, InterruptedException {
        TextTable table = new TextTable(
                List.of(Column.left("part"), Column.left("JDK"), Column.right("expected"), Column.left("")));
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Step step : file.chosenSteps()) {
            Part part = step.part();
            boolean finished = part != null && folder.isFinished(part);
            if (part != null && !finished && file.time(step).planned() == null) {
                ask(step, part, thenRuns);
            }
            String planned = file.time(step).planned();
            if (planned != null && !finished) {
                known.add(planned);
            } else if (!finished) {
                unknown.add(step.id());
            }
            table.add(List.of(
                    step.id(),
                    part == null ? "" : jdks(part),
                    planned == null ? "-" : planned,
                    finished ? "finished" : note(part)));
        }
        out.println();
        table.lines().forEach(out::println);
        out.println();
        out.println("About " + Estimate.sum(known) + " in all"
                + (unknown.isEmpty() ? "" : "; not known before: " + String.join(", ", unknown))
                + ".");
        if (file.jdks().size() == 1) {
            out.println("Left out: a comparison of JDKs, as there is one only; --jvms=HOME,HOME gives several.");
        }
        out.println();
    }

    private String jdks(Part part) {
        return part == Part.VARIANTS
                ? String.join(", ", file.jdks())
                : file.jdks().get(0);
    }

    private String note(@Nullable Part part) {
        return part != null && Files.isDirectory(folder.unfinished(part)) ? "begun" : "";
    }

    private void ask(Step step, Part part, boolean thenRuns) throws IOException, InterruptedException {
        Optional<List<String>> plan = thenRuns ? preparation(part) : commands.plan(part);
        if (plan.isPresent()) {
            out.println("Asking " + step.id() + " how long it takes");
            String printed;
            try {
                printed = child.output(plan.get());
            } catch (IOException e) {
                throw new StepFailedException(step, "no plan: " + e.getMessage());
            }
            StepTime time = file.time(step);
            file = file.with(
                    new StepTime(time.step(), Estimate.find(printed).orElse(null), time.seconds(), time.finished()));
            if (thenRuns) {
                file.write(folder.path());
            }
        }
    }

    private Optional<List<String>> preparation(Part part) throws IOException {
        if (folder.begun(part).isPresent()) {
            return Optional.empty();
        }
        folder.forget(part);
        return commands.prepare(part, folder.unfinished(part));
    }

    /**
     * Makes all steps that are not finished.
     *
     * @throws StepFailedException if one fails
     */
    void run() throws IOException, InterruptedException {
        file.write(folder.path());
        for (Step step : file.chosenSteps()) {
            Part part = step.part();
            if (part != null && folder.isFinished(part)) {
                out.println("== " + step.id() + " is finished");
                continue;
            }
            out.println("== " + step.id());
            begin(step);
            boolean finished = false;
            try {
                make(step, part);
                finished = true;
            } finally {
                end(finished);
            }
        }
    }

    private void make(Step step, @Nullable Part part) throws IOException, InterruptedException {
        int code;
        try {
            code = part == null ? child.run(commands.make(step)) : measure(part);
        } catch (StepFailedException e) {
            throw e;
        } catch (IOException e) {
            throw new StepFailedException(step, String.valueOf(e.getMessage()));
        }
        if (code != 0) {
            throw new StepFailedException(step, "its command ended with exit code " + code);
        }
        if (part != null) {
            ResultFolder measured = folder.begun(part)
                    .orElseThrow(() -> new StepFailedException(step, "its command has left no result folder"));
            if (!otherMachine) {
                check(part, measured);
            }
            folder.finish(part, measured);
        }
    }

    private int measure(Part part) throws IOException, InterruptedException {
        Optional<ResultFolder> begun = folder.begun(part);
        if (begun.isPresent() && PublicationFolder.isResumable(begun.get())) {
            out.println("Resuming " + begun.get().path());
            return child.run(commands.resume(part, begun.get()));
        }
        if (begun.isPresent() && PublicationFolder.isComplete(part, begun.get())) {
            out.println("Taking " + begun.get().path() + ", which is complete");
            return 0;
        }
        folder.forget(part);
        Path unfinished = Files.createDirectories(folder.unfinished(part));
        return child.run(commands.begin(part, unfinished));
    }

    private synchronized void begin(Step step) {
        running = step;
        startNanos = System.nanoTime();
    }

    /** Notes the time of the step that is running, if one is. */
    synchronized void end(boolean finished) throws IOException {
        if (running != null) {
            long seconds = Duration.ofNanos(System.nanoTime() - startNanos).toSeconds();
            file = file.with(file.time(running).after(seconds, finished));
            running = null;
            file.write(folder.path());
        }
    }

    /** Returns how long each step took, and the size of all. */
    List<String> report() throws IOException {
        TextTable table = new TextTable(List.of(Column.left("part"), Column.right("expected"), Column.right("took")));
        long seconds = 0;
        for (StepTime time : file.times()) {
            seconds += time.seconds();
            table.add(List.of(time.step(), time.planned() == null ? "-" : time.planned(), text(time.seconds())));
        }
        table.add(List.of("all", "", text(seconds)));
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s: %.2f MB to publish, of %d MB at most",
                folder.path(),
                folder.publishedBytes() / 1e6,
                MOST_MEGABYTES));
        return lines;
    }

    /** So that the repository stays small. */
    static final int MOST_MEGABYTES = 6;

    private static String text(long seconds) {
        return Durations.text(Duration.ofSeconds(seconds));
    }
}
