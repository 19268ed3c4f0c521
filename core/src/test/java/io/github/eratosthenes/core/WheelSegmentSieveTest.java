package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.eratosthenes.core.segment.CpuCaches;
import io.github.eratosthenes.core.segment.SegmentMemory;
import io.github.eratosthenes.core.segment.SegmentSizes;
import io.github.eratosthenes.core.segment.WordCode;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WheelSegmentSieveTest {

    private static final int REFERENCE_MAX = 3_000_000;
    /** π(n) by n, from another sieve. */
    private static final int[] COUNTS = counts();

    private static final long LARGEST_PRIME = 9_223_372_036_854_775_783L;
    private static final int SMALLEST_SEGMENT = SegmentSizes.MIN_SEGMENT_BYTES;

    /** Returns sizes with small segments, in which pads, steps and buckets are used early. */
    static Stream<SegmentSizes> sizes() {
        return Stream.of(
                SegmentSizes.of(SMALLEST_SEGMENT, 1000),
                SegmentSizes.of(1 << 14, 1 << 20),
                new SegmentSizes(1 << 16, 1 << 18, 24 << 10),
                SegmentSizes.of(CpuCaches.TYPICAL).with(WordCode.SCALAR),
                SegmentSizes.of(CpuCaches.TYPICAL).with(WordCode.VECTOR));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void keepsTheContract(SegmentSizes sizes) {
        SieveContract.check(sizes.toString(), new WheelSegmentSieve(sizes), WheelSegmentSieve.HIGHEST_MAX);
        RangeSieveContract.check(sizes.toString(), new WheelSegmentSieve(sizes), WheelSegmentSieve.HIGHEST_MAX);
    }

    @Test
    void countsEveryRangeOfSmallNumbers() {
        WheelSegmentSieve sieve = new WheelSegmentSieve(SegmentSizes.of(SMALLEST_SEGMENT, 1000));
        for (int from = 0; from < 300; from++) {
            for (int to = from; to < 300; to++) {
                assertCount(sieve, from, to);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void countsAroundEdges(SegmentSizes sizes) {
        WheelSegmentSieve sieve = new WheelSegmentSieve(sizes);
        List<Integer> edges = new ArrayList<>();
        for (int p : new int[] {167, 173, 181, 193, 197, 199, 211, 241, 1009, 1021, 1721}) {
            edges.add(p * p);
        }
        for (int segment : new int[] {sizes.segmentBytes() * 30, sizes.segmentBytes() * 60, 240, 480, 1024 * 30}) {
            edges.add(segment);
        }
        for (int from : edges) {
            for (int to : edges) {
                for (int shift = -2; shift <= 2 && from <= to && to < REFERENCE_MAX - 2; shift++) {
                    assertCount(sieve, from + shift, to + 2);
                    assertCount(sieve, from - 2, to + shift);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void countsRandomRanges(SegmentSizes sizes) {
        WheelSegmentSieve sieve = new WheelSegmentSieve(sizes);
        Random random = new Random(20261122);
        for (int i = 0; i < 400; i++) {
            int to = random.nextInt(REFERENCE_MAX);
            assertCount(sieve, random.nextInt(to + 1), to);
        }
    }

    private static void assertCount(WheelSegmentSieve sieve, int from, int to) {
        assertThat(sieve.count(from, to))
                .as("count from %d to %d", from, to)
                .isEqualTo(COUNTS[to] - (from == 0 ? 0 : COUNTS[from - 1]));
    }

    /** Windows just before, around and after numbers where squares and words of 32 bits end; RangeSieveContract has the last. */
    @ParameterizedTest
    @ValueSource(
            longs = {
                1L << 31,
                1L << 32,
                65_521L * 65_521,
                65_537L * 65_537,
                1_000_003L * 1_000_003,
                2_147_483_647L * 2_147_483_647
            })
    void listsWindowsThroughout(long middle) {
        long from = middle - 1000;
        long to = middle + 1000;
        long[] expected = LongStream.rangeClosed(from, to)
                .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
                .toArray();
        WheelSegmentSieve sieve = new WheelSegmentSieve(SegmentSizes.of(CpuCaches.TYPICAL));
        List<Long> listed = new ArrayList<>();
        sieve.forEach(from, to, listed::add);
        assertThat(listed)
                .containsExactlyElementsOf(LongStream.of(expected).boxed().toList());
    }

    /** Compares with published counts of [10^k, 10^k + 10^8], split at random places and sieved with random segments. */
    @ParameterizedTest
    @CsvSource({"12, 3618282", "13, 3342093", "14, 3102679", "15, 2893937", "16, 2714904", "17, 2555873"})
    void splitRangesAddUp(int exponent, long expected) {
        Random random = new Random(exponent);
        long from = LongStream.generate(() -> 10).limit(exponent).reduce(1, (a, b) -> a * b);
        long[] ends = random.longs(2, from, from + 100_000_000).sorted().toArray();
        long[] starts = {from, ends[0] + 1, ends[1] + 1};
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            SegmentSizes sizes = SegmentSizes.of(1 << (16 + random.nextInt(5)), 1 + random.nextInt(1 << 17));
            sum += new WheelSegmentSieve(sizes).count(starts[i], i < ends.length ? ends[i] : from + 100_000_000);
        }
        assertThat(sum).isEqualTo(expected);
    }

    /** Measures ranges that need turns alone, up to ranges that need buckets and sieve their sieving primes, too. */
    @ParameterizedTest
    @CsvSource({
        "0, 200000000, 65536",
        "0, 2000000000, 8192",
        "20000000000, 20100000000, 65536",
        "1000000000000, 1000100000000, 65536",
        "1000000000000000, 1000000100000000, 2097152",
        "1000000000000000, 1000000100000000, 16384"
    })
    void allocatesWhatIsPredicted(long from, long to, int segmentBytes) {
        SegmentSizes sizes = SegmentSizes.of(segmentBytes, 24 << 10);
        WheelSegmentSieve sieve = new WheelSegmentSieve(sizes);
        sieve.count(from, from + 1000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        sieve.count(from, to);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        long predicted = SegmentMemory.storageBytes(from, to, sizes);
        assertThat(allocated).isCloseTo(predicted, within(predicted / 50 + 8192));
    }

    @Test
    void countsPowersOfTen() {
        WheelSegmentSieve sieve = new WheelSegmentSieve();
        assertThat(sieve.primesUpTo(100_000_000).count()).isEqualTo(5_761_455);
        assertThat(sieve.primesUpTo(1_000_000_000).count()).isEqualTo(50_847_534);
    }

    @Test
    void streamsAllPrimesInParallel() {
        Primes primes = new WheelSegmentSieve().primesUpTo(100_000_000);
        assertThat(primes.stream().sum()).isEqualTo(279_209_790_387_276L);
        assertThat(primes.stream().parallel().sum()).isEqualTo(279_209_790_387_276L);
    }

    @Test
    void listsTheHighestOfAFarLimitWithoutSievingAgain() {
        assertThat(new SegmentPrimes(1_000_000_000_000_000L, Long.MAX_VALUE).highest(1))
                .containsExactly(999_999_999_999_989L);
        assertThat(new SegmentPrimes(Long.MAX_VALUE, Long.MAX_VALUE).highest(2))
                .containsExactly(LARGEST_PRIME, 9_223_372_036_854_775_643L);
    }

    @Test
    void rejectsBadRanges() {
        RangeSieve sieve = new WheelSegmentSieve();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sieve.count(-1, 5))
                .withMessage("from -1 is below 0, the lowest allowed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sieve.forEach(6, 5, p -> {}))
                .withMessage("to 5 is below from 6, the lowest allowed");
    }

    @Test
    void rejectsBadSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentSizes.of(100_000, 1))
                .withMessage("segmentBytes 100000 is not a power of two from 8192 to 16777216");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SegmentSizes.of(SMALLEST_SEGMENT, 0))
                .withMessage("chunkBytes 0 is not from 1 to 16777216");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SegmentSizes(1 << 20, 1 << 19, 1))
                .withMessage("farSegmentBytes 524288 is below segmentBytes 1048576");
    }

    /** Leaves a range after its first segment, which needs few of the many primes to √to. */
    @Test
    void aRangeThatIsLeftEarlyTakesLittleMemory() {
        WheelSegmentSieve sieve = new WheelSegmentSieve(SegmentSizes.of(CpuCaches.TYPICAL));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sieve.forEach(100_000_000_000_000L, Long.MAX_VALUE, p -> {
                    throw new IllegalStateException("enough at " + p);
                }))
                .withMessage("enough at 100000000000031");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(32 << 20);
    }

    @Test
    void takesTheSegmentFromTheProperty() {
        withProperty(
                "65536",
                () -> assertThat(SegmentSizes.standard().segmentBytes()).isEqualTo(65536));
    }

    @ParameterizedTest
    @ValueSource(strings = {"256k", "100000", "", "-8192", "0x10000", "33554432"})
    void saysWhichPropertyIsBad(String value) {
        withProperty(value, () -> {
            for (int call = 0; call < 2; call++) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> PrimeNumbers.count(0, 100))
                        .withMessage("system property eratosthenes.segmentBytes is '" + value
                                + "', not a power of two from 8192 to 16777216");
            }
        });
        assertThat(PrimeNumbers.count(0, 100)).isEqualTo(25);
    }

    private static void withProperty(String value, Runnable check) {
        String before = System.setProperty(SegmentSizes.SEGMENT_PROPERTY, value);
        try {
            check.run();
        } finally {
            if (before == null) {
                System.clearProperty(SegmentSizes.SEGMENT_PROPERTY);
            } else {
                System.setProperty(SegmentSizes.SEGMENT_PROPERTY, before);
            }
        }
    }

    private static int[] counts() {
        int[] counts = new int[REFERENCE_MAX];
        SieveStrategy.BIT_SET.create().primesUpTo(REFERENCE_MAX - 1).stream().forEach(p -> counts[(int) p] = 1);
        Arrays.parallelPrefix(counts, Integer::sum);
        return counts;
    }
}
