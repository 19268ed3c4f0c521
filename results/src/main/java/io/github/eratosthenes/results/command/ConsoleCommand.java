package io.github.eratosthenes.results.command;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command: what it cannot do, it says in one line on standard error that begins with its name, and ends with {@link
 * CommandSpec#exitCodeOnExecutionException()}.
 */
public abstract class ConsoleCommand implements Callable<Integer> {

    private static final int LAST = 100;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = LAST,
            description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    /** For the commands. */
    protected ConsoleCommand() {}

    /**
     * Does what the command is for.
     *
     * @return the exit code
     * @throws IOException if a file or an endpoint fails; the message is for the user
     * @throws IllegalArgumentException if an option or a file cannot be used; likewise
     */
    protected abstract int execute() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        try {
            return execute();
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(spec().name() + ": " + e.getMessage());
            return spec().exitCodeOnExecutionException();
        }
    }

    /** Returns what picocli knows of the command. */
    protected final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
