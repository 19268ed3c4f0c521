package io.github.eratosthenes.results.command;

import java.util.Set;
import picocli.CommandLine.Option;

/** The option that names the interrupted run to resume. */
public final class ResumeOption {

    /** The value of {@code --resume} without a folder. */
    private static final String NEWEST = "newest";

    /** Maven gives a property without a value, -Djmh.resume, the value "true". */
    private static final Set<String> NEWEST_BY_ANY_NAME = Set.of(NEWEST, "true");

    @Option(
            names = "--resume",
            arity = "0..1",
            fallbackValue = NEWEST,
            description = "Resume this unfinished result folder; without a value, the newest one.")
    private String folder = "";

    /** Creates the option; picocli sets it. */
    public ResumeOption() {}

    /** Returns whether a run is to be resumed. */
    public boolean isGiven() {
        return !folder.isBlank();
    }

    /** Returns whether the newest interrupted run is to be resumed. */
    public boolean isNewest() {
        return NEWEST_BY_ANY_NAME.contains(folder);
    }

    /** Returns the name of the folder to resume; only valid if {@link #isNewest} is false. */
    public String folder() {
        return folder;
    }
}
