package io.github.eratosthenes.benchmarks.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Simulates studies of which the truth is known, and counts how often the intervals hold it. Rounds differ from each
 * other three times as much as the iterations within one, as forks of a JVM do.
 */
class CoverageTest {

    private static final long SEED = 42;
    private static final int STUDIES = 4_000;
    private static final int ROUNDS = 10;
    private static final int ITERATIONS = 3;
    private static final double ITERATION_DEVIATION = 0.01;
    private static final double ROUND_DEVIATION = 3 * ITERATION_DEVIATION;
    private static final double CONFIDENCE = 0.95;
    private static final double TRUE_RATIO = 1.05;

    @Test
    void anIntervalOverRoundsHoldsTheMeanAsOftenAsItSays() {
        assertThat(coverage(
                        0, random -> Sample.of(logs(means(rounds(random, 1)))).meanInterval(CONFIDENCE)))
                .isBetween(0.93, 0.97);
    }

    @Test
    void anIntervalOverPooledIterationsDoesNot() {
        assertThat(coverage(
                        0, random -> Sample.of(logs(pooled(rounds(random, 1)))).meanInterval(CONFIDENCE)))
                .isLessThan(0.85);
    }

    @Test
    void aPairedRatioHoldsTheTruthThoughTheMachineDrifts() {
        assertThat(coverage(TRUE_RATIO, random -> {
                    double[] drift = random.doubles(ROUNDS, 1, 1.5).toArray();
                    double[] baseline = times(means(rounds(random, 1)), drift);
                    double[] candidate = times(means(rounds(random, TRUE_RATIO)), drift);
                    return Ratio.paired(candidate, baseline, CONFIDENCE).interval();
                }))
                .isBetween(0.93, 0.97);
    }

    @Test
    void anIndependentRatioHoldsTheTruthWithUnequalRounds() {
        assertThat(coverage(TRUE_RATIO, random -> {
                    double[] baseline = Arrays.copyOf(means(rounds(random, 1)), 6);
                    double[] candidate = means(rounds(random, TRUE_RATIO));
                    return Ratio.independent(candidate, baseline, CONFIDENCE).interval();
                }))
                .isBetween(0.93, 0.97);
    }

    private static double coverage(double truth, Function<Random, Interval> study) {
        Random random = new Random(SEED);
        int held = 0;
        for (int i = 0; i < STUDIES; i++) {
            held += study.apply(random).excludes(truth) ? 0 : 1;
        }
        return (double) held / STUDIES;
    }

    private static double[][] rounds(Random random, double mean) {
        double[][] rounds = new double[ROUNDS][ITERATIONS];
        for (double[] round : rounds) {
            double roundMean = random.nextGaussian() * ROUND_DEVIATION;
            Arrays.setAll(round, i -> mean * Math.exp(roundMean + random.nextGaussian() * ITERATION_DEVIATION));
        }
        return rounds;
    }

    private static double[] means(double[][] rounds) {
        return Arrays.stream(rounds)
                .mapToDouble(round -> Arrays.stream(round).average().orElseThrow())
                .toArray();
    }

    private static double[] pooled(double[][] rounds) {
        return Arrays.stream(rounds).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double[] times(double[] values, double[] factors) {
        double[] products = new double[values.length];
        Arrays.setAll(products, i -> values[i] * factors[i]);
        return products;
    }
}
