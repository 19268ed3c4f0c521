package io.github.eratosthenes.benchmarks.environment;

import io.github.eratosthenes.benchmarks.environment.Environment.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks git for the state of the source. */
public final class GitState {

    private GitState() {}

    /** Returns commit and dirty flag of the repository that a folder is in; both null where there is none, or no git. */
    public static Source of(Path folder) {
        Optional<String> commit = git(folder, "rev-parse", "HEAD");
        Optional<String> changes = git(folder, "status", "--porcelain", "--untracked-files=no");
        return new Source(
                commit.orElse(null), changes.map(list -> !list.isEmpty()).orElse(null));
    }

    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
