package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * JMH's lock, which keeps a second run from disturbing the first, held for a whole study.
 *
 * <p>JMH takes the lock for one fork at a time, and a study runs several. So the study takes the lock itself, and makes JMH ignore it.
 */
final class JmhLock implements AutoCloseable {

    private static final String IGNORE = "jmh.ignoreLock";

    private final @Nullable FileChannel channel;
    private final boolean isForJmh;

    private JmhLock(@Nullable FileChannel channel, boolean isForJmh) {
        this.channel = channel;
        this.isForJmh = isForJmh;
    }

    /**
     * Takes the lock, unless {@value #IGNORE} is set. This must happen before the first run of JMH in this JVM.
     *
     * @throws IOException if another run has it
     */
    static JmhLock acquire() throws IOException {
        if (Boolean.getBoolean(IGNORE)) {
            return new JmhLock(null, false);
        }
        JmhLock lock = acquire(Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock"));
        System.setProperty(IGNORE, "true");
        return new JmhLock(lock.channel, true);
    }

    /**
     * Takes the lock of a file.
     *
     * @throws IOException if another run has it
     */
    static JmhLock acquire(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // Like JMH; otherwise no other user of this machine could take the lock
        file.toFile().setWritable(true, false);
        if (!isLocked(channel)) {
            channel.close();
            throw new IOException("another run of JMH holds " + file
                    + ", and would disturb this one: wait for its end, or set -D" + IGNORE + "=true");
        }
        return new JmhLock(channel, false);
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        if (isForJmh) {
            System.clearProperty(IGNORE);
        }
        if (channel != null) {
            channel.close();
        }
    }
}
