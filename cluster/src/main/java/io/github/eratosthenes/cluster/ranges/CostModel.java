package io.github.eratosthenes.cluster.ranges;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/**
 * How long a task takes, in nanoseconds of one core of the machine the figures were measured on.
 *
 * <p>Only ratios matter for even load: a machine of another speed changes all tasks alike. A task costs
 * <ul>
 *   <li>its dispatch by Spark, a constant;
 *   <li>its set-up: finding the sieving primes to √to, and for each of them its first multiple in the range;
 *   <li>its sieving: a number costs more the higher it is, since more sieving primes have a multiple near it. Measured at
 *       the powers of ten, and between two of them taken as linear in log n, which has a closed integral.
 * </ul>
 *
 * <p>Doubles throughout: a relative error of 2^−53 in an estimate changes no result, and no sum here can overflow.
 */
public final class CostModel {

    /** The measured figures, with the command that measures them, the machine and the date. */
    static final String FILE = "cost-model.properties";

    /** The lowest height measured, as a power of ten; below it a number costs as much as there. */
    public static final int LOWEST_EXPONENT = 8;

    /** The first power of ten above all numbers. */
    public static final int HIGHEST_EXPONENT = 19;

    private static final long LOWEST_HEIGHT = 100_000_000;

    private final double taskNanos;
    private final double firstTasksNanos;
    private final double sievingPrimeNanos;
    private final double[] numberNanos;

    private CostModel(Properties figures) {
        taskNanos = figure(figures, "taskNanos");
        firstTasksNanos = figure(figures, "firstTasksNanos");
        sievingPrimeNanos = figure(figures, "sievingPrimeNanos");
        numberNanos = new double[HIGHEST_EXPONENT - LOWEST_EXPONENT + 1];
        for (int i = 0; i < numberNanos.length; i++) {
            numberNanos[i] = figure(figures, "numberNanos.1e" + (LOWEST_EXPONENT + i));
        }
    }

    /** Returns the model with the figures of {@code cost-model.properties}. */
    public static CostModel published() {
        try (InputStream file = CostModel.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return read(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the model with the figures of a text in the form of {@code cost-model.properties}.
     *
     * @throws IllegalArgumentException if a figure is missing or is not above 0
     */
    public static CostModel read(Reader text) throws IOException {
        Properties figures = new Properties();
        figures.load(text);
        return new CostModel(figures);
    }

    private static double figure(Properties figures, String name) {
        String text = figures.getProperty(name, "");
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("cost model: " + name + " is '" + text + "', not a number above 0");
        }
        return value;
    }

    /** Returns the estimated time of one task, in nanoseconds. */
    public double taskNanos(Range range) {
        return setUpNanos(range.to()) + sieveNanos(range);
    }

    /** Returns what a number costs at a power of ten from {@link #LOWEST_EXPONENT}, in nanoseconds. */
    public double numberNanos(int exponent) {
        return numberNanos[exponent - LOWEST_EXPONENT];
    }

    /** Returns what each of the first tasks of a job costs beside its sieving, in nanoseconds. */
    double firstTasksNanos() {
        return firstTasksNanos;
    }

    /** Returns what a task costs before it sieves its first number, in nanoseconds. */
    public double setUpNanos(long to) {
        return taskNanos + sievingPrimeNanos * sievingPrimes(to);
    }

    /** Returns what sieving a range costs without set-up, in nanoseconds: the integral of the cost of a number. */
    public double sieveNanos(Range range) {
        double nanos = numberNanos[0] * length(range, 0, LOWEST_HEIGHT);
        long bottom = LOWEST_HEIGHT;
        for (int i = 0; i < numberNanos.length - 1; i++) {
            long top = bottom > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : bottom * 10;
            double length = length(range, bottom, top);
            if (length > 0) {
                double slope = numberNanos[i + 1] - numberNanos[i];
                double first = Math.max(range.from(), bottom);
                double height = Math.log10(first / bottom) + meanLog10(length / first);
                nanos += length * (numberNanos[i] + slope * height);
            }
            bottom = top;
        }
        return nanos;
    }

    /** Returns about how many sieving primes a range needs that ends at a number. */
    public static double sievingPrimes(long to) {
        double root = Math.sqrt((double) to);
        return root < 17 ? 6 : root / (Math.log(root) - 1);
    }

    /** Returns how many numbers of a range are from bottom, but below top; 2^63 − 1 itself may be left out. */
    private static double length(Range range, long bottom, long top) {
        long first = Math.max(range.from(), bottom);
        long last = Math.min(range.to(), top - 1);
        return first > last ? 0 : (double) (last - first) + 1;
    }

    /** Returns the mean of log10 x for x from 1 to 1 + growth. */
    private static double meanLog10(double growth) {
        double meanLn = growth < 1e-6 ? growth / 2 : (1 + growth) * Math.log1p(growth) / growth - 1;
        return meanLn / Math.log(10);
    }
}
