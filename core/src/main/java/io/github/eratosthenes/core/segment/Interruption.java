package io.github.eratosthenes.core.segment;

import java.util.concurrent.CancellationException;

/**
 * Ends the work on a range when the working thread is interrupted. It is run before each further part of the work: a segment, a
 * batch of sieving primes, or a block of a narrow window.
 *
 * @param work the kind of work, such as counting, for the message
 * @param from the first number of the range
 * @param to the last number of the range
 */
public record Interruption(String work, long from, long to) implements Runnable {

    /** Returns an instance for a count. */
    public static Interruption ofCount(long from, long to) {
        return new Interruption("counting", from, to);
    }

    /** Returns an instance for a listing. */
    public static Interruption ofListing(long from, long to) {
        return new Interruption("listing", from, to);
    }

    /**
     * Checks that the thread is not interrupted.
     *
     * @throws CancellationException if it is; the interrupt status stays set
     */
    @Override
    public void run() {
        if (Thread.currentThread().isInterrupted()) {
            throw exception();
        }
    }

    /** Returns the exception that ends the work. */
    public CancellationException exception() {
        return new CancellationException("interrupted while " + work + " primes from " + from + " to " + to);
    }
}
