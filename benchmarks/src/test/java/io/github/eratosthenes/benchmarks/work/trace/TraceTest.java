package io.github.eratosthenes.benchmarks.work.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TraceTest {

    private static final CacheShape LEVEL_1 = CacheShape.parse("32K/8");
    private static final CacheShape LEVEL_2 = CacheShape.parse("512K/8");

    private static final int PAGES = 2_048;

    /** All accesses of a test are those of one instruction. */
    private static final int PLACE = 1;

    private static Counts counts(Runnable accesses) {
        Trace.begin(LEVEL_1, LEVEL_2, PAGES);
        accesses.run();
        return Trace.end();
    }

    private static void pass(byte[] array, int step) {
        for (int i = 0; i < array.length; i += step) {
            Trace.read(array, i, Byte.BYTES, PLACE);
        }
    }

    @Test
    void onePassOverAnArrayMissesOncePerLine() {
        byte[] array = new byte[10_000_000];

        Counts counts = counts(() -> pass(array, 1));

        assertThat(counts.reads()).isEqualTo(array.length);
        assertThat((double) counts.level1Misses()).isCloseTo(array.length / 64.0, withPercentage(1));
        assertThat((double) counts.level2Misses()).isCloseTo(array.length / 64.0, withPercentage(1));
        assertThat((double) counts.touchedBytes()).isCloseTo(array.length, withPercentage(1));
    }

    @Test
    void aSecondPassMissesInTheCachesThatTheArrayDoesNotFit() {
        byte[] inLevel1 = new byte[16 << 10];
        byte[] inLevel2 = new byte[256 << 10];

        Counts once = counts(() -> pass(inLevel1, 1));
        Counts twice = counts(() -> {
            pass(inLevel1, 1);
            pass(inLevel1, 1);
        });
        Counts largerTwice = counts(() -> {
            pass(inLevel2, 1);
            pass(inLevel2, 1);
        });

        assertThat(twice.level1Misses()).isEqualTo(once.level1Misses());
        assertThat((double) largerTwice.level1Misses()).isCloseTo(2 * 4096, withPercentage(1));
        assertThat((double) largerTwice.level2Misses()).isCloseTo(4096, withPercentage(1));
    }

    @Test
    void linesOfOneSetEvictEachOtherLeastRecentlyUsedFirst() {
        Cache cache = new Cache(4, 2);

        assertThat(cache.access(4)).isFalse();
        assertThat(cache.access(8)).isFalse();
        assertThat(cache.access(4)).isTrue();
        assertThat(cache.access(12)).isFalse();
        assertThat(cache.access(4)).isTrue();
        assertThat(cache.access(8)).isFalse();
        assertThat(cache.access(5)).as("a line of another set").isFalse();
        assertThat(cache.access(4)).isTrue();
    }

    @Test
    void writesAreCachedAsReadsAre() {
        long[] array = new long[1000];

        Counts counts = counts(() -> {
            Trace.write(array, 7, Long.BYTES, PLACE);
            Trace.read(array, 7, Long.BYTES, PLACE);
        });

        assertThat(counts.writes()).isEqualTo(1);
        assertThat(counts.reads()).isEqualTo(1);
        assertThat(counts.level1Misses()).isEqualTo(1);
    }

    @Test
    void aWordThatTwoLinesShareTouchesBoth() {
        byte[] array = new byte[1000];

        assertThat(counts(() -> Trace.readWord(array, 48 - 4, PLACE)).level1Misses())
                .isEqualTo(2);
        assertThat(counts(() -> Trace.writeWord(array, 48 - 8, PLACE)).level1Misses())
                .isEqualTo(1);
    }

    @Test
    void newArraysAndCopiesAreCountedInBytesAndCached() {
        long[] array = new long[100];

        Counts counts = counts(() -> {
            Trace.allocated(array);
            Trace.read(array, 99, Long.BYTES, PLACE);
            ArrayCalls.copyOf(array, 120);
        });

        assertThat(counts.filledBytes()).isEqualTo(800 + 160);
        assertThat(counts.copiedBytes()).isEqualTo(800);
        assertThat(counts.level1Misses()).isZero();
        assertThat(counts.bulkLevel1Misses()).isEqualTo(13 + 16);
    }

    @Test
    void arraysInArraysAreZeroedToo() {
        assertThat(counts(() -> Trace.allocated(new byte[3][50])).filledBytes()).isEqualTo(3 * 4 + 3 * 50);
    }

    @Test
    void manyArraysKeepTheirAddresses() {
        Addresses addresses = new Addresses();
        byte[][] arrays = new byte[5000][100];
        long[] first = new long[arrays.length];
        for (int i = 0; i < arrays.length; i++) {
            first[i] = addresses.of(arrays[i], 1);
        }

        for (int i = 0; i < arrays.length; i++) {
            assertThat(addresses.of(arrays[i], 1)).isEqualTo(first[i]).isEqualTo(64L + 16 + 128L * i);
        }
    }

    @Test
    void pagesAreMissedOnceUnlessThereAreTooMany() {
        byte[] known = new byte[4 << 20];
        byte[] tooLarge = new byte[16 << 20];

        Counts small = counts(() -> {
            pass(known, 4096);
            pass(known, 4096);
        });
        Counts large = counts(() -> {
            pass(tooLarge, 4096);
            pass(tooLarge, 4096);
        });

        assertThat(small.pageMisses()).isEqualTo(1024);
        assertThat(large.pageMisses()).isEqualTo(2 * 4096);
    }

    @Test
    void asManyPagesAreKnownAsWereAskedFor() {
        byte[] array = new byte[10_000_000];
        Runnable twoPasses = () -> {
            pass(array, 4096);
            pass(array, 4096);
        };

        Trace.begin(LEVEL_1, LEVEL_2, 3_072);
        twoPasses.run();

        assertThat(Trace.end().pageMisses()).isEqualTo(2_442);
        assertThat(counts(twoPasses).pageMisses()).isGreaterThan(2 * 2_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trace.begin(LEVEL_1, LEVEL_2, 1_000))
                .withMessage("pages 1000 is no multiple of 128 from 128 to 1048576");
        assertThatIllegalArgumentException().isThrownBy(() -> Trace.begin(LEVEL_1, LEVEL_2, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Trace.begin(LEVEL_1, LEVEL_2, 2 << 20));
    }

    @Test
    void aStrideIsForeseenAndRandomPlacesAreNot() {
        byte[] array = new byte[16 << 20];
        Random random = new Random(19);

        Counts strides = counts(() -> pass(array, 1_000));
        Counts jumps = counts(() -> {
            for (int i = 0; i < 10_000; i++) {
                Trace.read(array, random.nextInt(array.length), Byte.BYTES, PLACE);
            }
        });

        assertThat(strides.level2Misses()).isGreaterThan(16_000);
        assertThat(strides.unforeseenMisses()).as("until it has learnt").isLessThanOrEqualTo(2);
        assertThat(jumps.level2Misses()).isGreaterThan(9_000);
        assertThat(jumps.unforeseenMisses()).isEqualTo(jumps.level2Misses());
    }

    @Test
    void eachInstructionHasAStrideOfItsOwn() {
        byte[] array = new byte[16 << 20];

        Counts counts = counts(() -> {
            for (int i = 0; i < 8_000; i++) {
                Trace.read(array, 1_000 * i, Byte.BYTES, PLACE);
                Trace.read(array, array.length - 1 - 700 * i, Byte.BYTES, PLACE + 1);
            }
        });

        assertThat(counts.level2Misses()).isGreaterThan(15_000);
        assertThat(counts.unforeseenMisses()).isLessThanOrEqualTo(4);
    }

    @Test
    void aReadOfWhatWasWrittenLastWaits() {
        byte[] array = new byte[100];

        Counts counts = counts(() -> {
            Trace.write(array, 48, Byte.BYTES, PLACE);
            Trace.read(array, 55, Byte.BYTES, PLACE);
            Trace.read(array, 48, Byte.BYTES, PLACE);
            Trace.read(array, 56, Byte.BYTES, PLACE);
            Trace.write(array, 56, Byte.BYTES, PLACE);
            Trace.read(array, 48, Byte.BYTES, PLACE);
        });

        assertThat(counts.waitingReads()).isEqualTo(2);
        assertThat(counts.reads()).isEqualTo(4);
    }

    @Test
    void branchesThatGoInTurnsAreForeseenAndRandomOnesAreNot() {
        Random random = new Random(19);
        int count = 100_000;

        Counts alternating = counts(() -> {
            for (int i = 0; i < count; i++) {
                Trace.branch(i % 3, 0, 1);
            }
        });
        Counts coins = counts(() -> {
            for (int i = 0; i < count; i++) {
                Trace.branch(random.nextInt(2), 0, 1);
            }
        });

        assertThat(alternating.branches()).isEqualTo(count);
        assertThat(alternating.wrongBranches()).as("until it has learnt").isLessThan(100);
        assertThat((double) coins.wrongBranches()).isCloseTo(count / 2.0, withPercentage(5));
    }

    @Test
    void nothingIsCountedBeforeTheBeginning() {
        Trace.read(new byte[1], 0, 1, PLACE);

        assertThatIllegalStateException().isThrownBy(Trace::end).withMessage("no count has begun");
        assertThat(counts(() -> {}).reads()).isZero();
    }

    @Test
    void cachesAreParsedAndTheOthersRefusedWithTheirValue() {
        assertThat(CacheShape.parse("1M/16"))
                .isEqualTo(new CacheShape(1 << 20, 16))
                .hasToString("1024K/16");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheShape.parse("32"))
                .withMessageContaining("cache '32' is not bytes/ways");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CacheShape.parse("33K/8"))
                .withMessageContaining("33792 bytes and 8 ways");
        assertThatIllegalArgumentException().isThrownBy(() -> CacheShape.parse("999999M/8"));
        assertThatIllegalArgumentException().isThrownBy(() -> CacheShape.parse("32K/0"));
    }
}
