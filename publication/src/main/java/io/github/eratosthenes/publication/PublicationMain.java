package io.github.eratosthenes.publication;

import io.github.eratosthenes.publication.findings.FindingsCommand;
import io.github.eratosthenes.publication.run.PublishCommand;
import io.github.eratosthenes.results.command.Arguments;
import io.github.eratosthenes.results.command.Utf8Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The commands behind {@code ./mvnw -Ppublication}. */
@Command(
        name = "publication",
        description = "Measure what is published, and write what follows from it.",
        subcommands = {PublishCommand.class, FindingsCommand.class})
public final class PublicationMain {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    private PublicationMain() {}

    /** Runs a command. */
    public static void main(String[] args) {
        Utf8Output.use();
        System.exit(commandLine().execute(Arguments.expanded(args)));
    }

    /** Returns the commands; where an option is given twice, the last one counts. */
    static CommandLine commandLine() {
        return new CommandLine(new PublicationMain()).setOverwrittenOptionsAllowed(true);
    }
}
