package io.github.eratosthenes.core;

/**
 * The textbook sieve of Eratosthenes over a {@code boolean[]}.
 *
 * <p>The array has max + 1 elements; element n is true when n has been crossed off as composite. Each prime p up to √max
 * crosses off its multiples from p² on: smaller ones have a smaller prime factor that already did.
 *
 * <p>Time O(n log log n), memory n + 17 bytes for limit n: HotSpot stores a boolean in a byte. Valid to 2^31 − 10, the
 * longest array; multiples are stepped in {@code long}, so p² + p cannot overflow.
 *
 * <p>Source: the sieve as Nicomachus describes it (Introduction to Arithmetic, I.13), with the square-root bound.
 */
final class BooleanArraySieve implements Sieve {

    static final long HIGHEST_MAX = Bounds.LONGEST_ARRAY - 1;

    static long storageBytes(long max) {
        return Bounds.arrayBytes(max + 1, Byte.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        boolean[] composite = new boolean[(int) max + 1];
        for (int p = 2; (long) p * p <= max; p++) {
            if (!composite[p]) {
                for (long multiple = (long) p * p; multiple <= max; multiple += p) {
                    composite[(int) multiple] = true;
                }
            }
        }
        return new View(composite);
    }

    private static final class View implements MembershipPrimes {

        private final boolean[] composite;

        View(boolean[] composite) {
            this.composite = composite;
        }

        @Override
        public long max() {
            return composite.length - 1L;
        }

        @Override
        public long count() {
            long count = 0;
            for (int n = 2; n < composite.length; n++) {
                if (!composite[n]) {
                    count++;
                }
            }
            return count;
        }

        @Override
        public boolean isPrime(long n) {
            return n >= 2 && !composite[(int) n];
        }
    }
}
