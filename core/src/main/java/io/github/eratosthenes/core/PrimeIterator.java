package io.github.eratosthenes.core;

import io.github.eratosthenes.core.window.WindowPrimes;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.concurrent.CancellationException;

/**
 * A cursor among the primes below 2^63, which starts at any number and moves in both directions.
 *
 * <p>The cursor lies between two numbers, like that of a {@link java.util.ListIterator}: {@link #nextLong()} returns the next
 * prime above it and moves past that prime, and {@link #previousLong()} then returns the same prime again and moves back. There is
 * no prime below 2 or above {@link PrimeNumbers#LARGEST}: {@link #hasPrevious()} and {@link #hasNext()} return false there, and
 * the cursor can always turn back.
 *
 * <p>The iterator finds the primes of one window of numbers at a time. The first window has 2^10 numbers. Windows double while the
 * walk continues in one direction, up to 2^22 numbers, or √n / 32 if that is more. After a turn, they begin small again. A window
 * is kept as a {@code char[]} of the distances between its primes, none of which is above 1552 below 2^63. So an iterator keeps at
 * most 8 MB, or 1 MB below 10^16, and does little work if it takes few steps.
 *
 * <p>If a call throws, the cursor stays where it was, even for an {@link OutOfMemoryError} or an interrupt. The next call searches
 * again from there.
 *
 * <p>Not safe for use by several threads. {@link #copy()} gives each thread its own iterator.
 */
public final class PrimeIterator implements PrimitiveIterator.OfLong {

    /** Chosen, not measured: the first step finds few unneeded primes, and to test 2^10 numbers takes little time. */
    private static final long NARROWEST_WINDOW = 1 << 10;

    /** Chosen, not measured: up to 10^16, the gaps of a window take less than 1 MB. */
    private static final long WIDE_WINDOW = 1 << 22;

    /** Makes a window near 2^63 four times as wide as the widest tested window, so that it is worth its sieving primes. */
    private static final int ROOT_PER_NUMBER = 32;

    private long windowFrom;
    private long windowTo;

    /** The intended width of the last window, and the direction of the walk there. */
    private long width;

    private boolean upwards = true;

    private char[] gaps;
    private int size;

    /** How many of the window's primes lie below the cursor. */
    private int index;

    /** The highest of the window's primes below the cursor; without one, the window's start. */
    private long position;

    /** How many primes of the next window have been found so far, and the last of them or, before that, the window's start. */
    private int found;

    private long lastFound;

    private PrimeIterator(long start) {
        this.windowFrom = start;
        this.windowTo = start - 1;
        this.position = start;
        this.gaps = new char[0];
    }

    private PrimeIterator(PrimeIterator original) {
        this.windowFrom = original.windowFrom;
        this.windowTo = original.windowTo;
        this.width = original.width;
        this.upwards = original.upwards;
        this.gaps = Arrays.copyOf(original.gaps, original.size);
        this.size = original.size;
        this.index = original.index;
        this.position = original.position;
    }

    /**
     * Returns an iterator whose next prime is the first that is not below a number, and whose previous prime is the last
     * below it.
     *
     * @param start the number, 0 or more
     * @return a new iterator
     * @throws IllegalArgumentException if start is below 0
     */
    public static PrimeIterator startingAt(long start) {
        if (start < 0) {
            throw new IllegalArgumentException("start " + start + " is below 0, the lowest allowed");
        }
        return new PrimeIterator(start);
    }

    /** {@return an iterator with the same position, which moves independently} */
    public PrimeIterator copy() {
        return new PrimeIterator(this);
    }

    /** {@return whether there is a prime above the cursor and below 2^63} */
    @Override
    public boolean hasNext() {
        return index < size || windowTo < Bounds.LARGEST_PRIME;
    }

    /**
     * Returns the lowest prime above the cursor and moves past it.
     *
     * @return the prime
     * @throws NoSuchElementException if there is none below 2^63
     * @throws CancellationException if the thread is interrupted during the search of a window that takes more than one piece
     *     of work; its interrupt status stays set
     */
    @Override
    public long nextLong() {
        while (index == size) {
            if (!hasNext()) {
                throw new NoSuchElementException("no prime from " + (windowTo + 1) + " to " + Long.MAX_VALUE);
            }
            loadAbove();
        }
        position += gaps[index++];
        return position;
    }

    /** {@return whether there is a prime below the cursor} */
    public boolean hasPrevious() {
        return index > 0 || windowFrom > 2;
    }

    /**
     * Returns the highest prime below the cursor and moves back past it.
     *
     * @return the prime
     * @throws NoSuchElementException if there is none, because the cursor is at 2 or below
     * @throws CancellationException as {@link #nextLong} does
     */
    public long previousLong() {
        while (index == 0) {
            if (!hasPrevious()) {
                throw new NoSuchElementException("no prime below " + windowFrom);
            }
            loadBelow();
        }
        long prime = position;
        position -= gaps[--index];
        return prime;
    }

    private void loadAbove() {
        long from = windowTo + 1;
        load(from, true);
        index = 0;
        position = from;
    }

    private void loadBelow() {
        load(windowFrom, false);
    }

    /**
     * Finds the primes of the window above or below a border, at which the cursor is, and leaves the cursor at the window's
     * upper end.
     *
     * <p>The search may fail. Until it succeeds, the window is empty and at the border, with the cursor still there. The search
     * after a failure begins with few numbers, which need the least memory and time.
     */
    private void load(long border, boolean upwards) {
        long width = nextWidth(upwards);
        windowFrom = border;
        windowTo = border - 1;
        position = border;
        size = 0;
        index = 0;
        this.width = 0;
        this.upwards = upwards;
        long from = upwards ? border : border - Math.min(width, border);
        long to = upwards ? border + Math.min(width - 1, Bounds.LARGEST_PRIME - border) : border - 1;
        found = 0;
        lastFound = from;
        WindowPrimes.forEach(from, to, this::append);
        windowFrom = from;
        windowTo = to;
        position = lastFound;
        size = found;
        index = found;
        this.width = width;
    }

    private long nextWidth(boolean upwards) {
        long widest = Math.max(WIDE_WINDOW, (long) (Math.sqrt((double) position) / ROOT_PER_NUMBER));
        return upwards == this.upwards ? Math.min(Math.max(NARROWEST_WINDOW, 2 * width), widest) : NARROWEST_WINDOW;
    }

    private void append(long prime) {
        if (found == gaps.length) {
            gaps = Arrays.copyOf(gaps, Math.max(64, 2 * found));
        }
        gaps[found++] = (char) (prime - lastFound);
        lastFound = prime;
    }
}
