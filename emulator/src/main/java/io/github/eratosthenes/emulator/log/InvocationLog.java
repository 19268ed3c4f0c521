package io.github.eratosthenes.emulator.log;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.workspace.Locks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON for every call, for programs to read.
 *
 * <p>The file belongs to one emulator: it is locked for as long as the emulator lives, whichever way it ends.
 */
public final class InvocationLog implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final FunctionLog functionLog;
    private final Cgroups groups;
    private final Path file;
    private final FileChannel channel; // without a buffer, in which a line that does not get to the disk would stay

    /** Freed with the channel, and by the JVM if nobody held it. */
    @SuppressWarnings("unused")
    private final @Nullable FileLock lock;

    private boolean failed;

    /**
     * Opens a log, whose old content stays until {@link #begin}.
     *
     * @param file where it is
     * @param functionLog where what the gateway would say in its own log goes
     * @throws UncheckedIOException if the file cannot be written or locked
     * @throws IllegalStateException if it is the log of another emulator that runs
     */
    public InvocationLog(Path file, Cgroups groups, FunctionLog functionLog) {
        this.groups = groups;
        this.functionLog = functionLog;
        this.file = file;
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = Files.isRegularFile(file) ? locked(channel, file) : null; // a device keeps no lines to mix up
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log " + file, e);
        }
    }

    private static FileLock locked(FileChannel channel, Path file) throws IOException {
        FileLock lock = Locks.tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new IllegalStateException(
                    "the log " + file + " is that of another emulator, which runs; --log takes another file");
        }
        return lock;
    }

    /** Empties the log; not before it is certain that this emulator starts. */
    public void begin() {
        try {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty the log", e);
        }
    }

    /** Writes a line of API Gateway's execution log. */
    public void problem(String text) {
        functionLog.line(text);
    }

    /**
     * Writes one call.
     *
     * @param verdict how it ended for the client
     * @param status the HTTP status that the client got
     * @param clientMillis what the client waited
     */
    public synchronized void write(
            String requestId, Verdict verdict, int status, double clientMillis, InvocationReport report) {
        ObjectNode line = json.createObjectNode();
        line.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("requestId", requestId);
        line.put("function", report.function());
        line.put("memoryMb", report.memoryMb());
        line.put("instance", report.instance());
        line.put("verdict", verdict.name());
        line.put("functionVerdict", report.verdict().name());
        line.put("status", status);
        line.put("clientMillis", clientMillis);
        line.put("durationMillis", report.durationMillis());
        report.initMillis().ifPresent(millis -> line.put("initMillis", millis));
        line.put("billedMillis", report.billedMillis());
        line.put("maxMemoryMb", report.maxMemoryMb());
        line.put("memoryLimit", groups.memoryLimit());
        line.put("cpu", groups.cpu());
        try {
            append(json.writeValueAsString(line) + "\n");
        } catch (IOException e) {
            sayOnce("emulator: cannot write the log " + file + ": " + e.getMessage());
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Writes the first of such problems; the calls go on all the same. */
    private void sayOnce(String problem) {
        if (!failed) {
            functionLog.line(problem);
        }
        failed = true;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
