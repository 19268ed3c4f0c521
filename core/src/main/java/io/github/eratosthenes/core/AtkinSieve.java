package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The sieve of Atkin and Bernstein, which finds whether a quadratic form represents a number an odd number of times.
 *
 * <p>Each of the 16 remainders r mod 60 that 2, 3 and 5 do not divide has a {@code long[]}, in which bit k stands for the
 * number 60k + r. A number without a square factor is prime exactly when it has an odd number of representations with
 * positive x and y as
 *
 * <ul>
 *   <li>4x² + y², where r mod 4 = 1,
 *   <li>3x² + y², where r mod 12 = 7,
 *   <li>3x² − y² with x &gt; y, where r mod 12 = 11.
 * </ul>
 *
 * <p>So every representation flips its number's bit. At the end, the multiples of squares of primes are cleared. A
 * form's remainder mod 60 depends only on x mod 15 or 10 and on y mod 30: from one fitting y to the next, 30 away, k moves
 * by y + 15 (by y − 15 downwards).
 *
 * <p>Time O(n), memory n / 30 bytes for limit n. Valid to 60 · (2^31 − 2^20) − 1: y is then below 2^19 − 100, so that an int k
 * cannot overflow in two steps; forms and squares are {@code long}.
 *
 * <p>Source: A. O. L. Atkin and D. J. Bernstein, Prime sieves using binary quadratic forms, Mathematics of Computation 73
 * (2004) 1023–1030. Departures: all numbers are one segment, so time is theirs but memory is not; fitting remainders are
 * found by trial instead of tables.
 */
final class AtkinSieve implements Sieve {

    private static final int MODULUS = 60;

    private static final int[] REMAINDERS = {1, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 49, 53, 59};

    /** The place of a remainder in {@link #REMAINDERS}, or −1. */
    private static final byte[] PLACE = places();

    static final long HIGHEST_MAX = MODULUS * ((1L << 31) - (1L << 20)) - 1;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, AtkinSieve::storageBytes);

    private static byte[] places() {
        byte[] places = new byte[MODULUS];
        Arrays.fill(places, (byte) -1);
        for (int i = 0; i < REMAINDERS.length; i++) {
            places[REMAINDERS[i]] = (byte) i;
        }
        return places;
    }

    static long storageBytes(long max) {
        return REMAINDERS.length * ArrayBytes.of(max / MODULUS / Long.SIZE + 1, Long.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        int last = (int) (max / MODULUS);
        long[][] primes = new long[REMAINDERS.length][last / Long.SIZE + 1];
        for (int i = 0; i < REMAINDERS.length; i++) {
            flipRepresented(primes[i], REMAINDERS[i], last);
        }
        clearMultiplesOfSquares(primes, last);
        clearAbove(primes, max);
        return new MembershipPrimes(max, () -> count(max, primes), n -> n == 2 || n == 3 || n == 5 || isSet(primes, n));
    }

    private static void flipRepresented(long[] bits, int remainder, int last) {
        if (remainder % 4 == 1) {
            flipSums(4, 15, bits, remainder, last);
        } else if (remainder % 12 == 7) {
            flipSums(3, 10, bits, remainder, last);
        } else {
            flipDifferences(bits, remainder, last);
        }
    }

    /** Flips a bit for each representation as factor · x² + y²; the remainder repeats with the period of x. */
    private static void flipSums(int factor, int period, long[] bits, int remainder, int last) {
        for (int firstX = 1; firstX <= period; firstX++) {
            for (int firstY = 1; firstY <= 30; firstY++) {
                if ((factor * firstX * firstX + firstY * firstY) % MODULUS == remainder) {
                    long start = (long) firstY * firstY - remainder;
                    for (long x = firstX; factor * x * x + start <= (long) MODULUS * last; x += period) {
                        int k = (int) ((factor * x * x + start) / MODULUS);
                        flipUpwards(bits, k, firstY, last);
                    }
                }
            }
        }
    }

    /** Flips a bit for each representation as 3x² − y²; as x &gt; y, the number is above 2x². */
    private static void flipDifferences(long[] bits, int remainder, int last) {
        for (int firstX = 1; firstX <= 10; firstX++) {
            for (int firstY = 1; firstY <= 30; firstY++) {
                if (Math.floorMod(3 * firstX * firstX - firstY * firstY, MODULUS) == remainder) {
                    for (long x = firstX; 2 * x * x <= (long) MODULUS * last + remainder; x += 10) {
                        int y = (int) (x - 1 - Math.floorMod(x - 1 - firstY, 30));
                        int k = (int) ((3 * x * x - (long) y * y) / MODULUS);
                        flipDownwards(bits, k, y, last);
                    }
                }
            }
        }
    }

    /**
     * Flips the bits for one x and a y that grows by 30. A turn of the loop flips two bits: with one, HotSpot compiles the loop to
     * slower code in some JVMs.
     */
    private static void flipUpwards(long[] bits, int start, int firstY, int last) {
        int k = start;
        int step = firstY + 15;
        while (k + step <= last) {
            int next = k + step;
            bits[k >>> 6] ^= 1L << k;
            bits[next >>> 6] ^= 1L << next;
            k = next + step + 30;
            step += 60;
        }
        if (k <= last) {
            bits[k >>> 6] ^= 1L << k;
        }
    }

    /** Flips bits in the same way, with a y that shrinks by 30 and stays above 0. */
    private static void flipDownwards(long[] bits, int start, int firstY, int last) {
        int k = start;
        int y = firstY;
        while (y > 30 && k + y - 15 <= last) {
            int next = k + y - 15;
            bits[k >>> 6] ^= 1L << k;
            bits[next >>> 6] ^= 1L << next;
            k = next + y - 45;
            y -= 60;
        }
        if (y > 0 && k <= last) {
            bits[k >>> 6] ^= 1L << k;
        }
    }

    private static void clearMultiplesOfSquares(long[][] primes, int last) {
        for (int p = 7; (long) p * p / MODULUS <= last; p += 2) {
            if (isSet(primes, p)) {
                long square = (long) p * p;
                for (int cofactor : REMAINDERS) {
                    long[] bits = primes[PLACE[(int) (square * cofactor % MODULUS)]];
                    for (long k = square * cofactor / MODULUS; k <= last; k += square) {
                        bits[(int) (k >>> 6)] &= ~(1L << k);
                    }
                }
            }
        }
    }

    private static void clearAbove(long[][] primes, long max) {
        int last = (int) (max / MODULUS);
        for (int i = 0; i < REMAINDERS.length; i++) {
            if (REMAINDERS[i] > max % MODULUS) {
                primes[i][last >>> 6] &= ~(1L << last);
            }
        }
    }

    private static boolean isSet(long[][] primes, long n) {
        int place = PLACE[(int) (n % MODULUS)];
        long k = n / MODULUS;
        return place >= 0 && (primes[place][(int) (k >>> 6)] & 1L << k) != 0;
    }

    private static long count(long max, long[][] primes) {
        long count = LongStream.of(2, 3, 5).filter(p -> p <= max).count();
        for (long[] bits : primes) {
            for (long word : bits) {
                count += Long.bitCount(word);
            }
        }
        return count;
    }
}
