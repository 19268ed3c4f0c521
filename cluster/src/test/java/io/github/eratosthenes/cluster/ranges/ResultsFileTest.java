package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

    private static final Range WHOLE = new Range(0, 1000);
    private static final RangeCount FIRST = new RangeCount(new Range(0, 100), 25, 0, "");
    private static final RangeCount SECOND = new RangeCount(new Range(501, 1000), 73, 0, "");

    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void name() {
        path = folder.resolve("results.txt");
    }

    @Test
    void givesBackWhatWasAppended() throws IOException {
        write(FIRST, SECOND);
        Tally tally = read();
        assertThat(tally.finished()).containsExactly(FIRST.range(), SECOND.range());
        assertThat(tally.primes()).isEqualTo(98);
    }

    @Test
    void isReadableWhereverACrashCutIt() throws IOException {
        write(FIRST, SECOND);
        byte[] whole = Files.readAllBytes(path);
        int header = indexOfLine(whole, 1);
        int first = indexOfLine(whole, 2);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            Tally tally = read();
            assertThat(tally.ranges()).as("cut at %d", length).isEqualTo(length < first ? 0 : 1);
            write(SECOND);
            assertThat(read().ranges()).as("cut at %d, appended", length).isEqualTo(length < first ? 1 : 2);
        }
        assertThat(header).isPositive();
    }

    @Test
    void dropsALastLineWhoseBytesDidNotAllReachTheDisk() throws IOException {
        write(FIRST, SECOND);
        byte[] bytes = Files.readAllBytes(path);
        bytes[bytes.length - 12] = 0;
        Files.write(path, bytes);
        assertThat(read().finished()).containsExactly(FIRST.range());
    }

    @Test
    void aFileWhoseLinesEndInCrLfLosesNoRangeWhereverItIsCut() throws IOException {
        write(FIRST, SECOND);
        byte[] whole = Files.readString(path).replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        int first = indexOfLine(whole, 2);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            int ranges = length < first ? 0 : length < whole.length ? 1 : 2;
            assertThat(read().ranges()).as("cut at %d", length).isEqualTo(ranges);
            RangeCount third = new RangeCount(new Range(101, 500), 70, 0, "");
            write(third);
            assertThat(read().finished())
                    .as("cut at %d, appended", length)
                    .hasSize(ranges + 1)
                    .contains(third.range());
        }
    }

    @Test
    void aFileOfAnotherKindIsNotReadToItsEnd() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(1L << 40);
        }
        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(path + " is not a results file");
        assertThat(path).hasSize(1L << 40);
    }

    @Test
    void refusesDamageElsewhere() throws IOException {
        write(FIRST, SECOND);
        List<String> lines = Files.readAllLines(path);
        Files.writeString(path, lines.get(0) + "\n" + lines.get(1).replace("25", "26") + "\n" + lines.get(2) + "\n");
        assertRefused(WHOLE, SieveStrategy.WHEEL_SEGMENT, "damaged in line 2");
    }

    @Test
    void refusesAnOverlap() throws IOException {
        write(FIRST);
        List<String> lines = Files.readAllLines(path);
        Files.writeString(path, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(1) + "\n");
        assertRefused(WHOLE, SieveStrategy.WHEEL_SEGMENT, "overlaps [0, 100]");
    }

    @Test
    void refusesAnotherRange() throws IOException {
        write(FIRST);
        assertRefused(new Range(0, 1001), SieveStrategy.WHEEL_SEGMENT, "'0 1000 wheel-segment', this job is '0 1001");
        assertRefused(new Range(1, 1000), SieveStrategy.WHEEL_SEGMENT, "of another job");
    }

    @Test
    void refusesAnotherStrategy() throws IOException {
        write(FIRST);
        assertRefused(WHOLE, SieveStrategy.BIT_SET, "this job is '0 1000 bitset'");
    }

    @Test
    void leavesOtherFilesAlone() throws IOException {
        for (String text : List.of("# Notes\nof mine\n", "notes", "\n")) {
            Files.writeString(path, text);
            assertThatThrownBy(this::read).as(text).isInstanceOf(IllegalArgumentException.class);
            assertThat(path).hasContent(text);
        }
    }

    @Test
    void isForOneJobAtATime() throws IOException {
        try (ResultsFile open = ResultsFile.open(path, SieveStrategy.WHEEL_SEGMENT, new Tally(WHOLE))) {
            assertThat(open).isNotNull();
            assertRefused(WHOLE, SieveStrategy.WHEEL_SEGMENT, "in use");
        }
        assertThat(read().ranges()).isZero();
    }

    private void assertRefused(Range range, SieveStrategy strategy, String why) throws IOException {
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> ResultsFile.open(path, strategy, new Tally(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }

    private void write(RangeCount... counts) throws IOException {
        try (ResultsFile file = ResultsFile.open(path, SieveStrategy.WHEEL_SEGMENT, new Tally(WHOLE))) {
            for (RangeCount count : counts) {
                file.append(count);
            }
        }
    }

    private Tally read() throws IOException {
        Tally tally = new Tally(WHOLE);
        ResultsFile.open(path, SieveStrategy.WHEEL_SEGMENT, tally).close();
        return tally;
    }

    private static int indexOfLine(byte[] bytes, int line) {
        int index = 0;
        for (int i = 0; i < line; i++) {
            while (bytes[index] != '\n') {
                index++;
            }
            index++;
        }
        return index;
    }
}
