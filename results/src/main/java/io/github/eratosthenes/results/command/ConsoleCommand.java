package io.github.eratosthenes.results.command;

import io.github.eratosthenes.results.text.ErrorText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command. When it fails, it prints one line on standard error, which begins with the command's name, and exits with
 * {@link CommandSpec#exitCodeOnExecutionException()}. Output that cannot be written counts as a failure, and so does an error
 * of the JVM such as {@link OutOfMemoryError}.
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

    /** Creates a command; called by its subclasses. */
    protected ConsoleCommand() {}

    /**
     * Runs the command.
     *
     * @return the exit code
     * @throws IOException if a file or an endpoint fails; the message is for the user
     * @throws IllegalArgumentException if an option or a file cannot be used; the message is for the user
     */
    protected abstract int execute() throws IOException, InterruptedException;

    @Override
    public final Integer call() throws InterruptedException {
        try {
            int code = execute();
            return code == 0 && System.out.checkError() ? failed("standard output cannot be written") : code;
        } catch (IllegalArgumentException | IOException | UncheckedIOException | VirtualMachineError | LinkageError e) {
            return failed(ErrorText.of(e));
        }
    }

    private int failed(String reason) {
        System.err.println(spec().name() + ": " + reason);
        return spec().exitCodeOnExecutionException();
    }

    /** Returns picocli's description of the command. */
    protected final CommandSpec spec() {
        return Objects.requireNonNull(spec, "picocli sets it");
    }
}
