package io.github.eratosthenes.core;

/** The limits of arrays and primes, and the argument checks of all sieves, with the same messages. */
final class Bounds {

    /** The longest array that all of HotSpot's collectors can allocate. */
    static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** The largest prime below 2^63. */
    static final long LARGEST_PRIME = 9_223_372_036_854_775_783L;

    private Bounds() {}

    /**
     * Returns max if it is from 0 to highestMax.
     *
     * @throws IllegalArgumentException if it is not
     */
    static long checkMax(long max, long highestMax) {
        if (max < 0) {
            throw new IllegalArgumentException("max " + max + " is below 0, the lowest allowed");
        }
        if (max > highestMax) {
            throw new IllegalArgumentException("max " + max + " is above " + highestMax + ", the highest allowed");
        }
        return max;
    }

    /**
     * Checks the ends of a range, both inclusive.
     *
     * @throws IllegalArgumentException if from is below 0, to is below from, or to is above highestMax
     */
    static void checkRange(long from, long to, long highestMax) {
        if (from < 0) {
            throw new IllegalArgumentException("from " + from + " is below 0, the lowest allowed");
        }
        if (to < from) {
            throw new IllegalArgumentException("to " + to + " is below from " + from + ", the lowest allowed");
        }
        if (to > highestMax) {
            throw new IllegalArgumentException("to " + to + " is above " + highestMax + ", the highest allowed");
        }
    }

    /**
     * Returns the length of an array of the highest k of all primes.
     *
     * @throws IllegalArgumentException if k is negative, or if the array would be longer than the longest possible
     */
    static int howMany(int k, long count) {
        if (k < 0) {
            throw new IllegalArgumentException("k " + k + " is below 0, the lowest allowed");
        }
        if (Math.min(k, count) > LONGEST_ARRAY) {
            throw new IllegalArgumentException("k " + k + " is above " + LONGEST_ARRAY + ", the longest array");
        }
        return (int) Math.min(k, count);
    }
}
