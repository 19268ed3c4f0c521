package io.github.eratosthenes.cluster.ranges;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Measured figures of a {@link CostModel}.
 *
 * @param machine the processor, its cores and the JVM
 * @param date when they were measured
 * @param strategy the strategy that was measured
 * @param taskNanos from one task to the next on a core, once the driver is warm
 * @param firstTasksNanos the same when the driver has just started
 * @param sievingPrimeNanos for each sieving prime
 * @param numberNanos for a number at each power of ten, from {@link CostModel#LOWEST_EXPONENT} to {@link
 *     CostModel#HIGHEST_EXPONENT}
 */
public record CostFigures(
        String machine,
        LocalDate date,
        String strategy,
        double taskNanos,
        double firstTasksNanos,
        double sievingPrimeNanos,
        List<Double> numberNanos) {

    /** The command that measures a cost model. */
    public static final String COMMAND = "./mvnw -Pcluster -Dcluster.args=--measure-costs";

    private static final MathContext PRECISION = new MathContext(3);

    /** Makes a copy of the list. */
    public CostFigures {
        numberNanos = List.copyOf(numberNanos);
    }

    /** Returns the text of {@code cost-model.properties}, with three digits of each figure. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                    # What a task of a count costs one core. This file is the output of
                    #     %s
                    # docs/cluster.md tells how it measures.
                    machine = %s
                    date = %s
                    strategy = %s

                    # From one task to the next on a core, whatever it sieves: once the driver is warm, and when it has just started
                    taskNanos = %s
                    firstTasksNanos = %s

                    # For each sieving prime: finding and placing it
                    sievingPrimeNanos = %s

                    # For a number at that height: crossing off and counting
                    """,
                COMMAND,
                machine,
                date,
                strategy,
                rounded(taskNanos),
                rounded(firstTasksNanos),
                rounded(sievingPrimeNanos)));
        for (int i = 0; i < numberNanos.size(); i++) {
            text.append("numberNanos.1e")
                    .append(CostModel.LOWEST_EXPONENT + i)
                    .append(" = ")
                    .append(rounded(numberNanos.get(i)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String rounded(double value) {
        return new BigDecimal(value).round(PRECISION).toPlainString();
    }
}
