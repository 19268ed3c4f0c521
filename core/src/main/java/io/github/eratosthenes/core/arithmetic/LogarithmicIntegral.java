package io.github.eratosthenes.core.arithmetic;

/**
 * The logarithmic integral, li(x) = ∫ dt / ln t from 0 to x, which approximates π(x), the number of primes up
 * to x: about half of its digits are right.
 *
 * <p>Computed by li(x) = γ + ln ln x + Σ (ln x)^k / (k · k!), whose terms are all positive for x above e, so that nothing
 * cancels. Inverted by Newton's method.
 *
 * <p>Time O(log x) for a value, no memory. Valid for results of the inverse to 2^63 − 1, where it stops.
 *
 * <p>Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 5.1.3 and 5.1.10.
 */
public final class LogarithmicIntegral {

    private static final double EULER_GAMMA = 0.577_215_664_901_532_9;

    /** Each step of Newton's method doubles the number of right digits, of which a double has 16. */
    private static final int NEWTON_STEPS = 6;

    private LogarithmicIntegral() {}

    /** Returns li(x) for x above e. */
    public static double value(double x) {
        double logarithm = Math.log(x);
        double sum = EULER_GAMMA + Math.log(logarithm);
        double power = 1;
        for (int k = 1; power > sum * 1e-17; k++) {
            power *= logarithm / k;
            sum += power / k;
        }
        return sum;
    }

    /** Returns approximately the x for which li(x) = n, for n from 3 on; at most 2^63 − 1. */
    public static long inverse(long n) {
        double x = n < 4 ? 3 : n * Math.log((double) n);
        for (int i = 0; i < NEWTON_STEPS; i++) {
            x = Math.max(3, x - (value(x) - n) * Math.log(x));
        }
        return (long) x;
    }
}
