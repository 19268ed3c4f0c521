package io.github.eratosthenes.publication.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The one program that a publication runs at a time. It ends with this program, and everything that it started with it. */
final class Child {

    /** How long a program may take to end by itself: an emulator removes its control groups. */
    private static final long SECONDS_TO_END = 20;

    private @Nullable Process process;
    private boolean ending;

    /** Runs a program that reads and prints where this one does. */
    int run(List<String> command) throws IOException, InterruptedException {
        return start(new ProcessBuilder(command).inheritIO()).waitFor();
    }

    /**
     * Runs a program and returns what it prints to standard output.
     *
     * @throws IOException if it fails
     */
    String output(List<String> command) throws IOException, InterruptedException {
        Process started = start(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
        started.getOutputStream().close();
        String printed = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = started.waitFor();
        if (code != 0) {
            throw new IOException("exit code " + code + "; it printed: " + printed.strip());
        }
        return printed;
    }

    private synchronized Process start(ProcessBuilder builder) throws IOException {
        if (ending) {
            throw new IOException("interrupted");
        }
        process = builder.start();
        return process;
    }

    /** Ends the program and everything that it started, and lets nothing start any more. */
    void end() {
        Process last;
        synchronized (this) {
            ending = true;
            last = process;
        }
        if (last == null) {
            return;
        }
        List<ProcessHandle> started = last.descendants().toList();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
        end(List.of(last.toHandle()), deadline);
        end(started, deadline); // what the program has not ended itself
    }

    private static void end(List<ProcessHandle> processes, long deadline) {
        processes.forEach(ProcessHandle::destroy);
        processes.forEach(process -> waitFor(process, deadline));
        processes.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    }

    private static void waitFor(ProcessHandle handle, long deadline) {
        while (handle.isAlive() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
