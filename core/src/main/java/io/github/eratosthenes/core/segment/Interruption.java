package io.github.eratosthenes.core.segment;

import java.util.concurrent.CancellationException;

/**
 * Ends the work on a range when the thread that does it is interrupted. To be run before each further part of the work: a
 * segment, a batch of sieving primes, a block of a narrow window.
 *
 * @param work what is done with the primes, for the message
 * @param from the first number of the range
 * @param to the last number of the range
 */
public record Interruption(String work, long from, long to) implements Runnable {

    /** Returns the one for a count. */
    public static Interruption ofCount(long from, long to) {
        return new Interruption("counting", from, to);
    }

    /** Returns the one for a listing. */
    public static Interruption ofListing(long from, long to) {
        return new Interruption("listing", from, to);
    }

    /**
     * Returns if the thread is not interrupted.
     *
     * @throws CancellationException if it is; the interrupt status stays set
     */
    @Override
    public void run() {
        if (Thread.currentThread().isInterrupted()) {
            throw exception();
        }
    }

    /** Returns what ends the work. */
    public CancellationException exception() {
        return new CancellationException("interrupted while " + work + " primes from " + from + " to " + to);
    }
}
