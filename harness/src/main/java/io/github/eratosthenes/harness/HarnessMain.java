package io.github.eratosthenes.harness;

import io.github.eratosthenes.harness.breakpoints.BreakpointsCommand;
import io.github.eratosthenes.harness.calibration.CalibrateCommand;
import io.github.eratosthenes.harness.load.LoadCommand;
import io.github.eratosthenes.results.command.Arguments;
import io.github.eratosthenes.results.command.Utf8Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main class of harness.jar: the commands that call an endpoint. */
@Command(
        name = "harness",
        description = "Calls the sieves' functions, on AWS or on this machine.",
        subcommands = {BreakpointsCommand.class, LoadCommand.class, CalibrateCommand.class})
public final class HarnessMain {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    private HarnessMain() {}

    /** Runs a command. */
    public static void main(String[] args) {
        Utf8Output.use();
        System.exit(commandLine().execute(Arguments.expanded(args)));
    }

    /**
     * Returns the command line. If an option is given twice, the last one counts: the build gives some, and a user may give them
     * again.
     */
    static CommandLine commandLine() {
        return new CommandLine(new HarnessMain()).setOverwrittenOptionsAllowed(true);
    }
}
