package io.github.eratosthenes.core.arithmetic;

/**
 * The Miller–Rabin test with bases that make it exact for all 64-bit numbers.
 *
 * <p>A number n = d · 2^s + 1 passes for a base a when a^d = 1 or a^(d · 2^i) = −1 for some i below s, mod n. Primes pass for
 * every base, and no composite number below 2^64 passes for all seven bases used here.
 *
 * <p>Time O(log n) multiplications mod n, about 95 for each base; composite numbers nearly always fail the first. It takes no memory
 * but the instance. Valid to 2^63 − 1: products have 128 bits, of which the high half is {@link Math#multiplyHigh}.
 *
 * <p>Sources: M. O. Rabin, Probabilistic algorithm for testing primality, Journal of Number Theory 12 (1980) 128–138. The
 * bases are J. Sinclair's (2011), checked against J. Feitsma's list of all base 2 pseudoprimes below 2^64; see M. Forišek
 * and J. Jančina, Fast primality testing for integers that fit into a machine word (2015). Multiplication is from P. L.
 * Montgomery, Modular multiplication without trial division, Mathematics of Computation 44 (1985) 519–521.
 */
public final class MillerRabin {

    private static final int[] SMALL_PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37};

    /** The square of the next prime after the small ones. */
    private static final int TRIAL_DIVISION_DECIDES_BELOW = 41 * 41;

    private static final int[] BASES = {2, 325, 9375, 28178, 450775, 9780504, 1795265022};

    private final long modulus;

    /** The inverse of the modulus mod 2^64. */
    private final long inverse;

    /** 1 in Montgomery form, where a number x stands as x · 2^64 mod the modulus. */
    private final long one;

    private MillerRabin(long modulus) {
        this.modulus = modulus;
        this.inverse = inverse(modulus);
        this.one = Long.remainderUnsigned(-modulus, modulus);
    }

    /** Returns whether n is prime; false for numbers below 2. */
    public static boolean isPrime(long n) {
        if (n < 2) {
            return false;
        }
        for (int p : SMALL_PRIMES) {
            if (n % p == 0) {
                return n == p;
            }
        }
        return n < TRIAL_DIVISION_DECIDES_BELOW || passes(n);
    }

    /** Returns whether n, which must be odd and above 2, is prime; for numbers whose small factors have been ruled out. */
    public static boolean passes(long n) {
        MillerRabin test = new MillerRabin(n);
        long powerOf2To64 = test.powerOf2To64();
        for (int base : BASES) {
            long remainder = base % n;
            if (remainder != 0 && !test.passesFor(test.multiply(remainder, powerOf2To64))) {
                return false;
            }
        }
        return true;
    }

    /** Tests with a base in Montgomery form. */
    private boolean passesFor(long base) {
        long even = modulus - 1;
        int twos = Long.numberOfTrailingZeros(even);
        long power = power(base, even >> twos);
        if (power == one) {
            return true;
        }
        long minusOne = modulus - one;
        for (int i = 1; i < twos && power != minusOne; i++) {
            power = multiply(power, power);
        }
        return power == minusOne;
    }

    private long power(long base, long exponent) {
        long power = base;
        for (long bit = Long.highestOneBit(exponent) >> 1; bit != 0; bit >>= 1) {
            power = multiply(power, power);
            if ((exponent & bit) != 0) {
                power = multiply(power, base);
            }
        }
        return power;
    }

    /**
     * Returns a · b / 2^64 mod the modulus, from 0 to modulus − 1, for factors below 2^63 of which one is below the modulus.
     *
     * <p>A quotient of 2^63 or more is negative here, so that its high half comes out too low by the modulus: just then the
     * true difference is negative and wants that added, since the first high half is below half of the modulus.
     */
    private long multiply(long a, long b) {
        long quotient = a * b * inverse;
        long difference = Math.multiplyHigh(a, b) - Math.multiplyHigh(quotient, modulus);
        return difference + (difference >> 63 & modulus);
    }

    /** Returns 2^64 in Montgomery form: 2 squared six times. */
    private long powerOf2To64() {
        long power = one >= modulus - one ? one - (modulus - one) : one + one;
        for (int i = 0; i < 6; i++) {
            power = multiply(power, power);
        }
        return power;
    }

    /** Returns the inverse of an odd number mod 2^64: itself is one mod 8, and each step of Newton's doubles the bits. */
    private static long inverse(long odd) {
        long inverse = odd;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - odd * inverse;
        }
        return inverse;
    }
}
