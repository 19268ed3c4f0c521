package io.github.eratosthenes.benchmarks;

/**
 * The ranges of the yardstick study. In ranges from 0, set-up and caches decide the time; in high ranges, the sieving primes do.
 */
public enum YardstickRange {
    /** The numbers to 10^6. */
    TO_1E6(0, 1_000_000, 78_498),
    /** The numbers to 10^7. */
    TO_1E7(0, 10_000_000, 664_579),
    /** The numbers to 10^8. */
    TO_1E8(0, 100_000_000, 5_761_455),
    /** The numbers to 10^9. */
    TO_1E9(0, 1_000_000_000, 50_847_534),
    /** The numbers to 10^10. */
    TO_1E10(0, 10_000_000_000L, 455_052_511),
    /** A range of 10^9 numbers above 10^12. */
    ABOVE_1E12(1_000_000_000_000L, 1_001_000_000_000L, 36_190_991),
    /** A range of 10^9 numbers above 10^15. */
    ABOVE_1E15(1_000_000_000_000_000L, 1_000_001_000_000_000L, 28_946_421),
    /** A range of 10^9 numbers above 10^18. */
    ABOVE_1E18(1_000_000_000_000_000_000L, 1_000_000_001_000_000_000L, 24_127_085);

    private final long from;
    private final long to;
    private final long primes;

    YardstickRange(long from, long to, long primes) {
        this.from = from;
        this.to = to;
        this.primes = primes;
    }

    /** Returns the first number. */
    long from() {
        return from;
    }

    /** Returns the last number. */
    long to() {
        return to;
    }

    /**
     * Returns a count of the range's primes if it is correct.
     *
     * @throws IllegalStateException if the range has another number of primes
     */
    long checked(long found) {
        if (found != primes) {
            throw new IllegalStateException(
                    "found " + found + " primes from " + from + " to " + to + "; there are " + primes);
        }
        return found;
    }
}
