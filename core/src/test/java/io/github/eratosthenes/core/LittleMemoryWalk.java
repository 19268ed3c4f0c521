package io.github.eratosthenes.core;

/**
 * Walks up and down from 10^18, in a JVM with so little memory that an {@link OutOfMemoryError} comes, and a bit farther. Prints
 * what it went through, or throws where a prime was skipped or a composite number passed for one.
 */
final class LittleMemoryWalk {

    private static final long START = 1_000_000_000_000_000_000L;
    private static final int STEPS = 1000;

    private LittleMemoryWalk() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        walk(true);
        walk(false);
        System.out.println("out of memory twice, no prime lost");
    }

    private static void walk(boolean upwards) {
        PrimeIterator iterator = PrimeIterator.startingAt(START);
        long last = upwards ? START - 1 : START;
        try {
            while (true) {
                last = step(iterator, upwards);
            }
        } catch (OutOfMemoryError e) {
            for (int i = 0; i < STEPS; i++) {
                last = checkedStep(iterator, upwards, last);
            }
            last += upwards ? 1 : -1;
            for (int i = 0; i < 2 * STEPS; i++) {
                last = checkedStep(iterator, !upwards, last);
            }
        }
    }

    private static long step(PrimeIterator iterator, boolean upwards) {
        return upwards ? iterator.nextLong() : iterator.previousLong();
    }

    private static long checkedStep(PrimeIterator iterator, boolean upwards, long last) {
        long prime = step(iterator, upwards);
        long expected = last;
        do {
            expected += upwards ? 1 : -1;
        } while (!PrimeNumbers.isPrime(expected));
        if (prime != expected) {
            throw new IllegalStateException("from " + last + " to " + prime + ", not " + expected);
        }
        return prime;
    }
}
