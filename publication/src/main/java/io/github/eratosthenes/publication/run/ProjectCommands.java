package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The commands of this project, as it is built. */
final class ProjectCommands implements Commands {

    private static final String CHARTS = "io.github.eratosthenes.notebooks.ChartsMain";
    private static final String FINDINGS = "io.github.eratosthenes.publication.PublicationMain";
    private static final String NOTEBOOK = "notebooks/analysis.ipynb";

    /** Documents lie in the project's root and in the modules. */
    private static final int DEPTH_OF_DOCUMENTS = 2;

    private final Path project;
    private final PublicationFolder folder;
    private final Settings settings;

    /**
     * Creates the commands for a publication.
     *
     * @param project the root of the project
     */
    ProjectCommands(Path project, PublicationFolder folder, Settings settings) {
        this.project = project;
        this.folder = folder;
        this.settings = settings;
    }

    private Measuring measuring(Jars jars) {
        return new Measuring(jars, settings, folder.part(Part.STUDY));
    }

    @Override
    public Optional<List<String>> plan(Part part) {
        return switch (part) {
            case WORK, LOAD -> Optional.empty();
            case STUDY, VARIANTS, YARDSTICK, BREAKPOINTS, BREAKPOINTS_RESERVED ->
                Optional.of(measuring(Jars.of(project)).plan(part));
        };
    }

    @Override
    public Optional<List<String>> prepare(Part part, Path results) throws IOException {
        return switch (part) {
            case STUDY, VARIANTS, YARDSTICK -> {
                List<String> command = new ArrayList<>(begin(part, results));
                command.add("--prepare");
                yield Optional.of(command);
            }
            case WORK, BREAKPOINTS, BREAKPOINTS_RESERVED, LOAD -> plan(part);
        };
    }

    @Override
    public List<String> begin(Part part, Path results) throws IOException {
        if (part == Part.WORK && !folder.isFinished(Part.STUDY)) {
            throw new IOException(
                    "it explains the times of the study, which is not measured yet: add study to --parts");
        }
        Jars jars = Jars.of(project).copiedTo(PublicationFolder.commands(results));
        return measuring(jars).begin(part, results);
    }

    @Override
    public List<String> resume(Part part, ResultFolder begun) {
        Path copies = PublicationFolder.commands(folder.unfinished(part));
        return measuring(Jars.of(project).in(copies)).resume(part, begun);
    }

    @Override
    public List<String> make(Step step) throws IOException {
        return settings.quick() ? makeTrial(step) : make(step, project, results());
    }

    /** Returns the commands that draw and write a trial beside its results, so that nothing of the project is overwritten. */
    private List<String> makeTrial(Step step) throws IOException {
        Path trial = Files.createDirectories(results().resolve(folder.name() + ".made"));
        for (Path document : documents()) {
            Path copy = trial.resolve(project.relativize(document));
            Files.createDirectories(copy.getParent());
            Files.copy(document, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return make(step, trial, folder.path());
    }

    private List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(project.resolve(NOTEBOOK)));
        try (Stream<Path> files = Files.walk(project, DEPTH_OF_DOCUMENTS)) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    /**
     * Returns what makes something in a copy of the project, or the project itself.
     *
     * @param shown the publication, or the folder of all of them
     */
    private List<String> make(Step step, Path target, Path shown) {
        return switch (step) {
            case CHARTS ->
                java(
                        CHARTS,
                        "draw",
                        "--results=" + shown,
                        "--pictures=" + target.resolve("notebooks/charts"),
                        "--site=" + target.resolve("notebooks/target/site"));
            case NOTEBOOK ->
                java(
                        CHARTS,
                        "notebook",
                        "--results=" + folder.path(),
                        "--work=" + project.resolve("notebooks/target"),
                        target.resolve(NOTEBOOK).toString());
            case FINDINGS -> java(FINDINGS, "findings", "--results=" + results(), "--project=" + target);
            default -> throw new IllegalArgumentException(step.id() + " is measured, not made");
        };
    }

    private Path results() {
        return folder.path().resolveSibling("");
    }

    private static List<String> java(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path")));
        command.addAll(List.of(arguments));
        return command;
    }
}
