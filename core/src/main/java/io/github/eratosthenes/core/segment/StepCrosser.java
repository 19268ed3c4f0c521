package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.Arrays;

/**
 * Crosses off the multiples of medium primes, which have few multiples in each segment, one after another, by the steps of
 * {@link Wheel210}.
 *
 * <p>An entry is one {@code long}. From the lowest bit on, it holds the index of the next multiple's byte, counted from the
 * segment's first (27 bits), the state of the wheel (10 bits), and ⌊prime / 30⌋ (27 bits).
 */
final class StepCrosser {

    private static final int AT_BITS = 27;
    private static final int AT_MASK = (1 << AT_BITS) - 1;
    private static final int STATE_MASK = (1 << Wheel210.STATE_BITS) - 1;
    private static final int PRIME_SHIFT = AT_BITS + Wheel210.STATE_BITS;

    private long[] entries = {};
    private int size;

    /** Returns the bytes that are allocated for a number of primes. */
    static long storageBytes(long primes) {
        long bytes = 0;
        for (int length = 0; length < primes; ) {
            length = longer(length);
            bytes += ArrayBytes.of(length, Long.BYTES);
        }
        return bytes;
    }

    /** Returns the next length of an array that has become too short. */
    private static int longer(int length) {
        return length + length / 2 + 64;
    }

    /** Forgets all primes. */
    void clear() {
        size = 0;
    }

    /**
     * Adds a prime.
     *
     * @param prime above 210, and below 2^27 / 10 · 30 so that a step stays within its bits
     * @param multiplier the first number whose product with the prime has to be crossed off
     * @param position the position of the current segment
     */
    void add(long prime, long multiplier, long position) {
        long coprime = Wheel210.coprime(multiplier);
        long at = Wheel210.distance(position, prime, coprime);
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, longer(size));
        }
        entries[size++] = ((prime / 30) << PRIME_SHIFT) | ((long) Wheel210.state(prime, coprime) << AT_BITS) | at;
    }

    /** Crosses off in the segment that starts at index {@code origin}, and moves on to the next segment. */
    void crossOff(byte[] sieve, int origin, int segmentBytes) {
        long[] entries = this.entries;
        int[] steps = Wheel210.steps();
        int size = this.size;
        for (int i = 0; i < size; i++) {
            long entry = entries[i];
            int at = (int) entry & AT_MASK;
            int state = (int) (entry >>> AT_BITS) & STATE_MASK;
            int k = (int) (entry >>> PRIME_SHIFT);
            if (at < segmentBytes) {
                int step;
                do {
                    step = steps[state++];
                    sieve[origin + at] &= Wheel210.mask(step);
                    at += k * Wheel210.gap(step) + Wheel210.carry(step);
                } while (at < segmentBytes);
                state = Wheel210.next(step);
            }
            entries[i] = ((long) k << PRIME_SHIFT) | ((long) state << AT_BITS) | (at - segmentBytes);
        }
    }
}
