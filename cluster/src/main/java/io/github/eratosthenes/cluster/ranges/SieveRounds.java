package io.github.eratosthenes.cluster.ranges;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a sieve costs at all heights, measured in rounds; each figure is the median of its rounds. */
public final class SieveRounds {

    /** From here on the set-up is long enough to be measured. */
    private static final int LOWEST_SET_UP_EXPONENT = 16;

    /** How far 2^63 is on the way from 10^18 to 10^19, by the logarithm. */
    private static final double LAST_STEP = Math.log10(0x1p63) - (CostModel.HIGHEST_EXPONENT - 1);

    private final List<List<SieveClock.Cost>> rounds = new ArrayList<>();

    /**
     * Adds a round.
     *
     * @param costs the cost at each power of ten, from {@link CostModel#LOWEST_EXPONENT} to {@link
     *     CostModel#HIGHEST_EXPONENT}, where it is that at 2^63 − 1
     * @throws IllegalArgumentException if a number's cost is not above 0
     */
    public void add(List<SieveClock.Cost> costs) {
        for (int i = 0; i < costs.size(); i++) {
            double nanos = costs.get(i).numberNanos();
            if (!(nanos > 0)) {
                throw new IllegalArgumentException("a number at 10^" + (CostModel.LOWEST_EXPONENT + i) + " took "
                        + nanos + " ns, which is not above 0: something else ran on this machine");
            }
        }
        rounds.add(List.copyOf(costs));
    }

    /** Returns how many rounds were added. */
    public int size() {
        return rounds.size();
    }

    /** Returns the cost of a number in each round, lowest first, at a power of ten, or for 10^19 at 2^63 − 1. */
    public List<Double> numberNanos(int exponent) {
        return sorted(exponent, SieveClock.Cost::numberNanos);
    }

    /** Returns the cost of a number at each power of ten, as {@link CostFigures} has it. */
    public List<Double> numberNanos() {
        List<Double> nanos = new ArrayList<>();
        for (int exponent = CostModel.LOWEST_EXPONENT; exponent <= CostModel.HIGHEST_EXPONENT; exponent++) {
            nanos.add(median(numberNanos(exponent)));
        }
        int last = nanos.size() - 1;
        double before = nanos.get(last - 1);
        nanos.set(last, before + (nanos.get(last) - before) / LAST_STEP);
        return nanos;
    }

    /** Returns the cost of a sieving prime. */
    public double sievingPrimeNanos() {
        double nanos = 0;
        double primes = 0;
        for (int exponent = LOWEST_SET_UP_EXPONENT; exponent <= CostModel.HIGHEST_EXPONENT; exponent++) {
            nanos += median(sorted(exponent, SieveClock.Cost::setUpNanos));
            primes += CostModel.sievingPrimes(SieveClock.height(exponent));
        }
        return nanos / primes;
    }

    private List<Double> sorted(int exponent, ToDoubleFunction<SieveClock.Cost> figure) {
        return rounds.stream()
                .map(round -> figure.applyAsDouble(round.get(exponent - CostModel.LOWEST_EXPONENT)))
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
