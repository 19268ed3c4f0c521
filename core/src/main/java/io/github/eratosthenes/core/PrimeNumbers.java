package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.LogarithmicIntegral;
import io.github.eratosthenes.core.arithmetic.MillerRabin;
import io.github.eratosthenes.core.window.NarrowWindow;
import io.github.eratosthenes.core.window.WindowPrimes;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/**
 * Tests, counts and lists the prime numbers below 2^63, and finds the n-th prime. For programs that want primes and need no
 * particular sieve.
 *
 * <p>There are two ways to find the primes of a range. If the range is narrow for its height, with fewer numbers than √to / 128,
 * small primes sieve it in part, and the numbers left are tested one by one. So a few thousand numbers near 2^63 do not need the
 * 146 million sieving primes below 2^31.5. Any other range is sieved by {@link SieveStrategy#WHEEL_SEGMENT}, or
 * counted by {@link SieveStrategy#PARALLEL}.
 *
 * <p>Some calls work through a range and can be interrupted: {@link #count count}, {@link #forEach forEach}, a stream's terminal
 * operation, {@link #nthPrime nthPrime} and the steps of an iterator. They work in pieces, such as a segment of the sieve, a batch
 * of sieving primes, or 65,536 numbers to test. If the working thread is interrupted and there is another piece to do, the call
 * throws {@link CancellationException} before that piece, and the thread's interrupt status stays set. A call that has finished its
 * last piece returns its answer.
 *
 * <p>A range includes both its ends. Memory does not grow with the number of primes found, but the memory for sieving primes grows
 * with √to. {@link PrimeIterator} walks from any number in both directions.
 */
public final class PrimeNumbers {

    /** The largest prime below 2^63, 9 223 372 036 854 775 783. */
    public static final long LARGEST = Bounds.LARGEST_PRIME;

    /** The number of primes below 2^63. The {@linkplain #nthPrime n-th prime} with this n is {@link #LARGEST}. */
    public static final long COUNT = 216_289_611_853_439_384L;

    private PrimeNumbers() {}

    /**
     * Returns whether a number is prime. The answer is exact, and the time depends only on the number of digits.
     *
     * @param n any number
     * @return whether n is prime; false for all n below 2
     */
    public static boolean isPrime(long n) {
        return MillerRabin.isPrime(n);
    }

    /**
     * Counts the primes of a range, on all cores if the range is wide.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, {@code from} or more
     * @return the number of primes p with from ≤ p ≤ to
     * @throws IllegalArgumentException if from is below 0 or to is below from
     * @throws CancellationException if the calling thread is interrupted before the last piece of work; its interrupt status
     *     stays set
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
     * @param action called once for each prime p with from ≤ p ≤ to; an exception that it throws ends the call
     * @throws IllegalArgumentException if from is below 0 or to is below from
     * @throws CancellationException as {@link #count} does
     */
    public static void forEach(long from, long to, LongConsumer action) {
        Bounds.checkRange(from, to, Long.MAX_VALUE);
        WindowPrimes.forEach(from, to, action);
    }

    /**
     * Returns a lazy stream of the primes of a range, in ascending order. A stream that is cut short finds only a few primes more
     * than it hands out. A parallel stream splits the range into parts that are sieved independently. The stream holds no
     * resource and need not be closed.
     *
     * <p>A terminal operation throws {@link CancellationException} as {@link #count} does. In a parallel stream, the calling thread
     * works together with others, and an interrupt of the calling thread does not reach them. They finish their parts of the range
     * in vain, as they do when an action throws. If a call of the stream's iterator or spliterator throws, the next call continues
     * after the last prime that was handed out.
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
     * Returns the n-th prime; the first is 2.
     *
     * <p>Counts the primes up to an estimate of the result, and walks from there. This takes about the time and memory of counting
     * up to the result, which is about n ln n.
     *
     * @param n the number of the prime, from 1 to {@link #COUNT}
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
