package io.github.eratosthenes.results.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command that fails prints one line and ends with an exit code other than 0, whatever was thrown. */
class ConsoleCommandTest {

    private interface Work {
        void run() throws IOException;
    }

    @Command(name = "work", exitCodeOnExecutionException = 2)
    private static final class Program extends ConsoleCommand {
        private final Work work;

        private Program(Work work) {
            this.work = work;
        }

        @Override
        protected int execute() throws IOException {
            work.run();
            return 0;
        }
    }

    private record Ended(int code, String err) {}

    private static Ended run(OutputStream out, Work work) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            int code = new CommandLine(new Program(work)).execute();
            return new Ended(code, err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    private static Ended run(Work work) {
        return run(OutputStream.nullOutputStream(), work);
    }

    @Test
    void successIsSilent() {
        assertThat(run(() -> {})).isEqualTo(new Ended(0, ""));
    }

    @Test
    void aFileExceptionIsOneLineWithItsReason() {
        assertThat(run(() -> {
                    throw new NoSuchFileException("/none");
                }))
                .isEqualTo(new Ended(2, "work: /none does not exist\n"));
        assertThat(run(() -> {
                    throw new UncheckedIOException(new NoSuchFileException("/none"));
                }))
                .isEqualTo(new Ended(2, "work: /none does not exist\n"));
    }

    @Test
    void anErrorOfTheJvmIsOneLineToo() {
        assertThat(run(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo(new Ended(2, "work: out of memory: Java heap space; start java with a larger -Xmx\n"));
        assertThat(run(() -> {
                    throw new NoClassDefFoundError("org/x/Y");
                }))
                .isEqualTo(new Ended(2, "work: the class org/x/Y is missing or cannot be loaded\n"));
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThat(run(full, () -> System.out.println("the report")))
                .isEqualTo(new Ended(2, "work: standard output cannot be written\n"));
    }
}
