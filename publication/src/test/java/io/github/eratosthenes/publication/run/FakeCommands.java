package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Commands that are scripts. Each notes its name in a file; a part's script makes a result folder with the environment of a real
 * one, unless it was told to do something else.
 */
final class FakeCommands implements Commands {

    private final Path log;
    private final Map<Step, String> scripts = new EnumMap<>(Step.class);
    private Path environment = new ResultFolder(Fixture.JDKS).environment();

    FakeCommands(Path log) {
        this.log = log;
    }

    /** Lets a step do something else; {@code $1} is the folder that a part's result folder is to be made in. */
    FakeCommands with(Step step, String script) {
        scripts.put(step, script);
        return this;
    }

    /** Lets all parts be from the machine of another environment.json. */
    FakeCommands from(Path otherEnvironment) {
        environment = otherEnvironment;
        return this;
    }

    /** Returns the script that makes a result folder. */
    String measuring() {
        return "mkdir -p \"$1/day\" && cp '" + environment.toAbsolutePath() + "' \"$1/day/environment.json\"";
    }

    @Override
    public Optional<List<String>> plan(Part part) {
        return part == Part.WORK || part == Part.LOAD
                ? Optional.empty()
                : Optional.of(List.of("sh", "-c", "echo 3 cells, 2 rounds to run, about 1h02m"));
    }

    @Override
    public Optional<List<String>> prepare(Part part, Path results) {
        return part == Part.STUDY
                ? Optional.of(script(
                        "prepared study", measuring() + " && mkdir \"$1/day/unfinished\" && echo about 1h03m", results))
                : plan(part);
    }

    @Override
    public List<String> begin(Part part, Path results) {
        Step step = Step.of(part.folder());
        return script(step.id(), scripts.getOrDefault(step, measuring()), results);
    }

    @Override
    public List<String> resume(Part part, ResultFolder folder) {
        return script(
                "resumed " + part.folder(),
                "rm -r \"$1/day/unfinished\"",
                folder.path().resolveSibling(""));
    }

    @Override
    public List<String> make(Step step) {
        return script(step.id(), scripts.getOrDefault(step, "true"), log);
    }

    private List<String> script(String name, String script, Path argument) {
        return List.of("sh", "-c", "echo " + name + " >> '" + log + "'; " + script, "sh", argument.toString());
    }
}
