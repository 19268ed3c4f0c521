package io.github.eratosthenes.benchmarks.command;

import io.github.eratosthenes.benchmarks.compare.CompareCommand;
import io.github.eratosthenes.benchmarks.report.ReportCommand;
import io.github.eratosthenes.benchmarks.study.PlainJmh;
import io.github.eratosthenes.benchmarks.study.StudyCommand;
import io.github.eratosthenes.benchmarks.work.WorkCommand;
import io.github.eratosthenes.results.command.Arguments;
import io.github.eratosthenes.results.command.Utf8Output;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The main class of benchmarks.jar: the commands of this study, and JMH's own command line for everything else.
 *
 * <p>A command runs only if the first argument is its name. All other arguments, such as {@code -l}, {@code -h} or a regular
 * expression, go to {@link org.openjdk.jmh.Main} through {@link PlainJmh}.
 */
@Command(
        name = "benchmarks",
        description = "Study the sieves. Without one of these commands, run JMH itself (-h prints its help).",
        subcommands = {StudyCommand.class, ReportCommand.class, CompareCommand.class, WorkCommand.class})
public final class BenchmarksMain {

    @Option(names = "--help", usageHelp = true, description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    private BenchmarksMain() {}

    /** Runs a command, or JMH. */
    public static void main(String[] args) throws IOException {
        Utf8Output.use();
        run(args);
    }

    /** Runs a command, which ends this JVM, or JMH. */
    static void run(String[] args) throws IOException {
        CommandLine commands = commandLine();
        if (args.length > 0 && isOurs(commands, args[0])) {
            System.exit(commands.execute(Arguments.expanded(args)));
        }
        PlainJmh.run(List.of(args));
    }

    /**
     * Returns the command line. If an option is given twice, the last one counts: the build gives some, and a user may give them
     * again.
     */
    static CommandLine commandLine() {
        return new CommandLine(new BenchmarksMain()).setOverwrittenOptionsAllowed(true);
    }

    private static boolean isOurs(CommandLine commands, String argument) {
        return commands.getSubcommands().containsKey(argument) || argument.equals("--help");
    }
}
