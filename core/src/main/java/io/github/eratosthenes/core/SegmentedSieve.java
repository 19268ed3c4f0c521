package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import io.github.eratosthenes.core.arithmetic.SquareRoot;
import io.github.eratosthenes.core.segment.Interruption;
import java.util.Arrays;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;

/**
 * The textbook segmented sieve. It finds the sieving primes to √max once, and then sieves one segment of numbers after
 * another in the same small array.
 *
 * <p>A segment is a {@code boolean[]} of 2^15 elements; element i of the segment that starts at s is true when s + i has
 * been crossed off as composite. In each segment every sieving prime crosses off its multiples from p², or from the
 * segment's start where that is higher.
 *
 * <p>Time O(n log log n), and every crossing off hits the level 1 cache. Memory for limit n: the segment, √n bytes to find
 * the sieving primes, and 4 bytes for each of them. Valid to (2^31 − 10)², where the array for the sieving primes is the
 * longest possible; that is below 2^62, so that adding a prime or a segment's length cannot overflow.
 *
 * <p>Source: C. Bays and R. H. Hudson, The segmented sieve of Eratosthenes and primes in arithmetic progressions to 10^12,
 * BIT 17 (1977) 121–127. Departure: all numbers are stored, even ones too.
 */
final class SegmentedSieve implements Sieve {

    static final long HIGHEST_MAX = BooleanArraySieve.HIGHEST_MAX * BooleanArraySieve.HIGHEST_MAX;

    static final StrategyTraits TRAITS = StrategyTraits.segmented(HIGHEST_MAX, SegmentedSieve::storageBytes);

    /**
     * Numbers in a segment, one byte each. Derived: the segment has to fit the level 1 data cache, which has 32 KiB or more on
     * today's processors. In a smaller segment, each visit of a sieving prime would cross off fewer numbers.
     */
    static final int SEGMENT_LENGTH = 1 << 15;

    static long storageBytes(long max) {
        long root = SquareRoot.floor(max);
        long sievingPrimes = root < 2 ? 0 : (long) (1.26 * root / Math.log((double) root));
        return ArrayBytes.of(SEGMENT_LENGTH, Byte.BYTES)
                + BooleanArraySieve.storageBytes(root)
                + ArrayBytes.of(sievingPrimes, Integer.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        int[] sievingPrimes = primesUpToRoot(SquareRoot.floor(max));
        Runnable checkpoint = Interruption.ofCount(0, max);
        Segment segment = new Segment(sievingPrimes);
        long count = segment.sieve(0, max).count();
        for (long start = SEGMENT_LENGTH; start <= max; start += SEGMENT_LENGTH) {
            checkpoint.run();
            count += segment.sieve(start, max).count();
        }
        return new View(max, count, sievingPrimes);
    }

    private static int[] primesUpToRoot(long root) {
        Primes primes = new BooleanArraySieve().primesUpTo(root);
        int[] list = new int[(int) primes.count()];
        int next = 0;
        for (PrimitiveIterator.OfLong p = primes.stream().iterator(); p.hasNext(); ) {
            list[next++] = (int) p.nextLong();
        }
        return list;
    }

    /** One segment's array, sieved again for each segment. */
    private static final class Segment {

        private final int[] sievingPrimes;
        private final boolean[] composite = new boolean[SEGMENT_LENGTH];
        private long start;
        private int length;

        Segment(int[] sievingPrimes) {
            this.sievingPrimes = sievingPrimes;
        }

        /** Sieves the segment that begins at start and ends with its array, or with max where that comes first. */
        Segment sieve(long start, long max) {
            this.start = start;
            this.length = (int) Math.min(SEGMENT_LENGTH, max - start + 1);
            Arrays.fill(composite, false);
            long last = start + length - 1;
            for (int p : sievingPrimes) {
                long square = (long) p * p;
                if (square > last) {
                    break;
                }
                long first = Math.max(square, (start + p - 1) / p * p);
                for (long i = first - start; i < length; i += p) {
                    composite[(int) i] = true;
                }
            }
            for (int n = 0; n < 2 && start == 0 && n < length; n++) {
                composite[n] = true;
            }
            return this;
        }

        long count() {
            long count = 0;
            for (int i = 0; i < length; i++) {
                if (!composite[i]) {
                    count++;
                }
            }
            return count;
        }

        long[] primes() {
            long[] primes = new long[(int) count()];
            int next = 0;
            for (int i = 0; i < length; i++) {
                if (!composite[i]) {
                    primes[next++] = start + i;
                }
            }
            return primes;
        }
    }

    /**
     * The primes to max. Only their number and the sieving primes are kept. Unlike {@link MembershipPrimes}, there is no array of
     * all numbers, so the segments are sieved again on demand.
     */
    private static final class View implements Primes {

        private final long max;
        private final long count;
        private final int[] sievingPrimes;

        View(long max, long count, int[] sievingPrimes) {
            this.max = max;
            this.count = count;
            this.sievingPrimes = sievingPrimes;
        }

        @Override
        public long max() {
            return max;
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public long[] highest(int k) {
            long[] highest = new long[Bounds.howMany(k, count)];
            Runnable checkpoint = Interruption.ofListing(0, max);
            Segment segment = new Segment(sievingPrimes);
            int found = 0;
            for (long start = max / SEGMENT_LENGTH * SEGMENT_LENGTH; found < highest.length; start -= SEGMENT_LENGTH) {
                long[] primes = segment.sieve(start, max).primes();
                for (int i = primes.length - 1; i >= 0 && found < highest.length; i--) {
                    highest[found++] = primes[i];
                }
                if (found < highest.length) {
                    checkpoint.run();
                }
            }
            return highest;
        }

        @Override
        public LongStream stream() {
            return LongStream.rangeClosed(0, max / SEGMENT_LENGTH).flatMap(this::primesOfSegment);
        }

        private LongStream primesOfSegment(long segment) {
            if (segment > 0) {
                Interruption.ofListing(0, max).run();
            }
            return LongStream.of(new Segment(sievingPrimes)
                    .sieve(segment * SEGMENT_LENGTH, max)
                    .primes());
        }
    }
}
