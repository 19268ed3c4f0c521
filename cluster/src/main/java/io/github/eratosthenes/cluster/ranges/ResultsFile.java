package io.github.eratosthenes.cluster.ranges;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Finished ranges on disk, from which a restarted job goes on.
 *
 * <p>Text, one record a line: the header {@code eratosthenes-cluster 1 FROM TO STRATEGY}, then {@code FROM TO PRIMES} for
 * each finished range, in the order of arrival; every line ends in a blank and its CRC-32 in 8 hex digits. A record is
 * forced to disk before it counts. A crash in the middle of a write leaves at most one line that is torn, the last; opening
 * the file drops it. A line may end in CR LF, as editors and transfers of text make it. The ranges need not be those of a
 * later cut: a restarted job cuts what is left.
 */
public final class ResultsFile implements AutoCloseable {

    private static final String FORMAT = "eratosthenes-cluster 1";

    private final FileChannel channel;
    private int ranges;

    private ResultsFile(FileChannel channel, int ranges) {
        this.channel = channel;
        this.ranges = ranges;
    }

    /**
     * Opens a results file, or makes a new one, and reads what it holds.
     *
     * @param path where it is; its folder exists
     * @param strategy the strategy of the job
     * @param tally takes the finished ranges; empty, and of the range of the job
     * @return the file, ready to append to, closed to other jobs until it is closed
     * @throws IllegalArgumentException if the file is of another range, another strategy or another format, is damaged
     *     other than by a torn last line, or is open in another job
     * @throws IOException if the file cannot be read or written
     */
    public static ResultsFile open(Path path, SieveStrategy strategy, Tally tally) throws IOException {
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(channel, path);
            String header =
                    FORMAT + " " + tally.whole().from() + " " + tally.whole().to() + " " + strategy.id();
            new Reader(path, header).read(channel, tally);
            ResultsFile file = new ResultsFile(channel, tally.ranges());
            if (channel.size() == 0) {
                file.append(header);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Appends a finished range; it is on disk when this returns. */
    public void append(RangeCount count) throws IOException {
        append(count.range().from() + " " + count.range().to() + " " + count.primes());
        ranges++;
    }

    /** Returns how many finished ranges are in the file. */
    public int ranges() {
        return ranges;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void append(String record) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((sealed(record) + "\n").getBytes(StandardCharsets.US_ASCII));
        channel.position(channel.size());
        while (line.hasRemaining()) {
            channel.write(line);
        }
        channel.force(true);
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        boolean free;
        try {
            free = channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (!free) {
            throw new IllegalArgumentException("results file " + path + " is in use by another job");
        }
    }

    private static String sealed(String record) {
        CRC32 crc = new CRC32();
        crc.update(record.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%s %08x", record, crc.getValue());
    }

    /** Returns the record of a line, or null if the line's checksum is not that of the record. */
    private static @Nullable String unsealed(String line) {
        int end = line.lastIndexOf(' ');
        if (end < 0 || !sealed(line.substring(0, end)).equals(line)) {
            return null;
        }
        return line.substring(0, end);
    }

    /** Reads the lines of an existing file and cuts off a torn last one. */
    private record Reader(Path path, String header) {

        void read(FileChannel channel, Tally tally) throws IOException {
            FileLines lines = new FileLines(channel);
            long wholeBytes = 0;
            int number = 1;
            for (FileLines.Line line = lines.next(); line != null; line = lines.next()) {
                String record = line.isEnded() ? unsealed(line.text()) : null;
                if (record == null) {
                    if (number == 1 && (line.isEnded() || !sealed(header).startsWith(line.text()))) {
                        throw new IllegalArgumentException(path + " is not a results file");
                    }
                    if (lines.next() != null) {
                        throw new IllegalArgumentException("results file " + path + " is damaged in line " + number);
                    }
                    channel.truncate(wholeBytes);
                    return;
                }
                if (number == 1) {
                    checkHeader(record);
                } else {
                    tally.add(parse(record, number));
                }
                wholeBytes = line.end();
                number++;
            }
        }

        private void checkHeader(String record) {
            if (!record.startsWith(FORMAT + " ")) {
                throw new IllegalArgumentException(path + " is not a results file of this version, '" + FORMAT + "'");
            }
            if (!record.equals(header)) {
                throw new IllegalArgumentException("results file " + path + " is of another job: it holds '"
                        + record.substring(FORMAT.length() + 1) + "', this job is '"
                        + header.substring(FORMAT.length() + 1) + "' (from, to, strategy)");
            }
        }

        private RangeCount parse(String record, int lineNumber) {
            String[] fields = record.split(" ", -1);
            try {
                Range range = new Range(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
                return new RangeCount(range, Long.parseLong(fields[2]), 0, "");
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "results file " + path + " is damaged in line " + lineNumber + ": " + e.getMessage(), e);
            }
        }
    }
}
