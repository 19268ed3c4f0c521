package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.results.command.Arguments;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands behind {@code ./mvnw -Pcharts} and {@code ./mvnw -Pnotebook}. */
@Command(
        name = "charts",
        description = "Result folders as charts.",
        subcommands = {DrawCommand.class, NotebookCommand.class})
public final class ChartsMain {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    private ChartsMain() {}

    /** Runs a command. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(Arguments.expanded(args)));
    }

    /** Where an option is given twice, the last one counts: the build gives every option, and a user may give it again. */
    static CommandLine commandLine() {
        return new CommandLine(new ChartsMain()).setOverwrittenOptionsAllowed(true);
    }
}
