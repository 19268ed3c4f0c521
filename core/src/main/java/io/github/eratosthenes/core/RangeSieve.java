package io.github.eratosthenes.core;

import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;

/**
 * A sieve that can start at any number. It counts and lists the primes of any range of non-negative 64-bit integers.
 *
 * <p>A range includes both its ends, so {@link Long#MAX_VALUE} can be part of it.
 *
 * <p>{@link SieveStrategy#WHEEL_SEGMENT} and {@link SieveStrategy#PARALLEL} create one, which has to be cast: {@code (RangeSieve)
 * SieveStrategy.WHEEL_SEGMENT.create()}.
 */
public interface RangeSieve extends Sieve {

    /**
     * Counts the primes of a range.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, from {@code from} to the strategy's {@link StrategyTraits#highestMax()}
     * @return the number of primes p with from ≤ p ≤ to
     * @throws IllegalArgumentException if from is below 0, to is below from, or to is above the highest max
     * @throws CancellationException if the calling thread is interrupted and there is another segment to sieve; its interrupt
     *     status stays set
     */
    long count(long from, long to);

    /**
     * Calls an action with each prime of a range, in ascending order, on the calling thread.
     *
     * @param from the first number of the range, 0 or more
     * @param to the last number of the range, from {@code from} to the strategy's {@link StrategyTraits#highestMax()}
     * @param action called once for each prime p with from ≤ p ≤ to; an exception that it throws ends the call
     * @throws IllegalArgumentException if from is below 0, to is below from, or to is above the highest max
     * @throws CancellationException as {@link #count} does
     */
    void forEach(long from, long to, LongConsumer action);
}
