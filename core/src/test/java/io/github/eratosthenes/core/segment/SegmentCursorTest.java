package io.github.eratosthenes.core.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class SegmentCursorTest {

    private static final SegmentSizes SMALLEST = SegmentSizes.of(SegmentSizes.MIN_SEGMENT_BYTES, 1000);
    private static final long FROM = 10_000_000_000L;
    private static final long TO = FROM + 100_000_000;

    /** Restarts a cursor on another range. It has to forget all primes of the range before, also those in buckets. */
    @Test
    void aCursorStartsAnewForEachRange() {
        SegmentCursor cursor = new SegmentCursor(FROM, TO, SMALLEST);
        for (long[] range : new long[][] {{FROM, TO}, {TO, TO + 50_000_000}, {0, 1000}, {FROM, FROM + 1_000_000}}) {
            cursor.restart(range[0], range[1]);
            SegmentCursor fresh = new SegmentCursor(range[0], range[1], SMALLEST);
            while (fresh.next()) {
                assertThat(cursor.next()).isTrue();
                assertThat(cursor.count())
                        .as("primes of a segment from %d to %d", range[0], range[1])
                        .isEqualTo(fresh.count());
            }
            assertThat(cursor.next()).isFalse();
        }
    }

    /** Fails at each of the first checkpoints in turn, whether that is between segments or between sieving primes. */
    @Test
    void aCursorThatHasFailedTellsNothingUntilItIsRestarted() {
        long to = FROM + 5_000_000;
        long expected = SegmentedRange.count(FROM, to, SMALLEST);
        int[] checkpointsLeft = {-1};
        SegmentCursor cursor = new SegmentCursor(FROM, to, SMALLEST, () -> {
            if (checkpointsLeft[0]-- == 0) {
                throw new OutOfMemoryError("checkpoint");
            }
        });
        long[] buffer = new long[1024];
        for (int checkpoint = 0; checkpoint < 15; checkpoint++) {
            checkpointsLeft[0] = checkpoint;
            assertThatExceptionOfType(OutOfMemoryError.class)
                    .as("checkpoint %d", checkpoint)
                    .isThrownBy(() -> countAll(cursor))
                    .withMessage("checkpoint");
            assertThatIllegalStateException()
                    .isThrownBy(cursor::next)
                    .withMessageStartingWith("the call before has failed");
            assertThatIllegalStateException().isThrownBy(cursor::count);
            assertThatIllegalStateException().isThrownBy(() -> cursor.primes(buffer));
            cursor.restart(FROM, to);
            assertThat(countAll(cursor)).as("after checkpoint %d", checkpoint).isEqualTo(expected);
            cursor.restart(FROM, to);
        }
    }

    private static long countAll(SegmentCursor cursor) {
        long count = 0;
        while (cursor.next()) {
            count += cursor.count();
        }
        return count;
    }
}
