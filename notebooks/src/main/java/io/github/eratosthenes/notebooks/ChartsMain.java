package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.results.command.Arguments;
import io.github.eratosthenes.results.command.Utf8Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands behind {@code ./mvnw -Pcharts} and {@code ./mvnw -Pnotebook}. */
@Command(
        name = "charts",
        description = "Draws result folders as charts, and runs the notebook on them.",
        subcommands = {DrawCommand.class, NotebookCommand.class})
public final class ChartsMain {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this help.")
    @SuppressWarnings("unused")
    private boolean help;

    private ChartsMain() {}

    /** Runs a command. */
    public static void main(String[] args) {
        Utf8Output.use();
        System.exit(commandLine().execute(Arguments.expanded(args)));
    }

    /** Lets the last of two equal options count: the build gives every option, and a user may give one again. */
    static CommandLine commandLine() {
        return new CommandLine(new ChartsMain()).setOverwrittenOptionsAllowed(true);
    }
}
