package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.LogarithmicIntegral;
import io.github.eratosthenes.core.arithmetic.MillerRabin;
import io.github.eratosthenes.core.window.NarrowWindow;
import io.github.eratosthenes.core.window.WindowPrimes;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * The prime numbers below 2^63, for those who want primes rather than a particular sieve: tested, counted, listed, and the
 * n-th of them.
 *
 * <p>A range is answered in one of two ways. Where it is narrow for its height, fewer numbers than √to / 128, small primes
 * sieve it in part and the numbers left are tested one by one, so that a few thousand numbers near 2^63 do not need the 146
 * million sieving primes below 2^31.5. Any other range is sieved by {@link SieveStrategy#WHEEL_SEGMENT}, or
 * counted by {@link SieveStrategy#PARALLEL}.
 *
 * <p>Each call that goes through a range can be interrupted: {@link #count count}, {@link #forEach forEach}, a stream's terminal
 * operation, {@link #nthPrime nthPrime} and the steps of an iterator. Their work is done in pieces: a segment of the sieve, some
 * more sieving primes, 65,536 numbers that are tested. Where there is a further piece to do and the thread that does it is
 * interrupted, the call throws {@link CancellationException} before that piece, and the thread's interrupt status stays set. A
 * call whose last piece is done returns its answer.
 *
 * <p>Both ends of a range are inclusive. Memory does not grow with the number of primes; what a sieve takes for its sieving
 * primes grows with √to. {@link PrimeIterator} walks from any number in both directions.
 */
public final class PrimeNumbers {

    /** The largest prime below 2^63, 9 223 372 036 854 775 783. */
    public static final long LARGEST = Bounds.LARGEST_PRIME;

    /** How many primes there are below 2^63: n of the {@linkplain #nthPrime n-th prime} {@link #LARGEST}. */
    public static final long COUNT = 216_289_611_853_439_384L;

    private PrimeNumbers() {}

    /**
     * Says whether a number is prime, exactly and in time that depends on its digits alone.
     *
     * @param n any number
     * @return whether n is prime; false for all n below 2
     */
    public static boolean isPrime(long n) {
        return MillerRabin.isPrime(n);
    }

    /**
     * Counts the primes of a range, on all cores where it is wide.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, {@code from} or more
     * @return the number of primes p with from ≤ p ≤ to
     * @throws IllegalArgumentException if from is below 0 or to is below from
     * @throws CancellationException if the calling thread is interrupted while there is more to do; its interrupt status stays
     *     set
     */
    public static long count(long from, long to) {
        Bounds.checkRange(from, to, Long.MAX_VALUE);
        if (NarrowWindow.isNarrow(from, to)) {
            return NarrowWindow.count(from, to);
        }
        return new ParallelSieve().count(from, to);
    }

    /**
     * Calls an action with each prime of a range, in ascending order, on the calling thread.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, {@code from} or more
     * @param action called once for each prime p with from ≤ p ≤ to; what it throws ends the call
     * @throws IllegalArgumentException if from is below 0 or to is below from
     * @throws CancellationException as {@link #count} does
     */
    public static void forEach(long from, long to, LongConsumer action) {
        Bounds.checkRange(from, to, Long.MAX_VALUE);
        WindowPrimes.forEach(from, to, action);
    }

    /**
     * Returns the primes of a range in ascending order, lazily: one that is cut short finds few primes more than it hands
     * out. A parallel one splits the range into ranges that are sieved independently. It holds no resource, so that closing
     * it is not needed.
     *
     * <p>A terminal operation throws {@link CancellationException} as {@link #count} does. A parallel stream has the calling thread
     * work with the others, which are not interrupted with it: they finish the ranges that they have been given, in vain, as they
     * do where an action throws. An iterator or spliterator of the stream whose call has thrown goes on behind the primes
     * that it has handed out.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, {@code from} or more
     * @return a sequential stream of the primes p with from ≤ p ≤ to
     * @throws IllegalArgumentException if from is below 0 or to is below from
     */
    public static LongStream stream(long from, long to) {
        Bounds.checkRange(from, to, Long.MAX_VALUE);
        return PrimeRangeSpliterator.stream(from, to);
    }

    /**
     * Returns the n-th prime, the first being 2.
     *
     * <p>Counts the primes up to an estimate and walks from there. Time and memory are those of counting up to the result,
     * about n ln n.
     *
     * @param n which prime, from 1 to {@link #COUNT}
     * @return the prime p with exactly n primes up to and including p
     * @throws IllegalArgumentException if n is below 1 or above {@link #COUNT}
     * @throws CancellationException as {@link #count} does
     */
    public static long nthPrime(long n) {
        if (n < 1 || n > COUNT) {
            throw new IllegalArgumentException("n " + n + " is not from 1 to " + COUNT);
        }
        long estimate = Math.min(LogarithmicIntegral.inverse(n), LARGEST);
        long missing = n - count(0, estimate);
        PrimeIterator primes = PrimeIterator.startingAt(estimate + 1);
        for (; missing > 1; missing--) {
            primes.nextLong();
        }
        for (; missing < 0; missing++) {
            primes.previousLong();
        }
        return missing == 1 ? primes.nextLong() : primes.previousLong();
    }
}
