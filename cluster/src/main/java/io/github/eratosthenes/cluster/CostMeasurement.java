package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.CostFigures;
import io.github.eratosthenes.cluster.ranges.CostModel;
import io.github.eratosthenes.cluster.ranges.SieveClock;
import io.github.eratosthenes.cluster.ranges.SieveRounds;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Measures the cost model on this machine and prints it: first Spark's tasks, on all cores, then the sieve, on one.
 *
 * <p>The sieve is timed in rounds over all heights. Another round begins only if it will end within the time limit.
 */
final class CostMeasurement {

    private static final SieveStrategy STRATEGY = SieveStrategy.WHEEL_SEGMENT;
    private static final Duration SIEVING = Duration.ofSeconds(110);
    private static final int MOST_ROUNDS = 5;
    private static final List<Integer> WARM_UP_EXPONENTS = List.of(8, 12, 15);

    /** Linux tells here what the processor is called. */
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private final PrintWriter out;
    private final BooleanSupplier stop;
    private final CostModel present = CostModel.published();
    private final SieveClock sieve = new SieveClock(STRATEGY, present);
    private final SieveRounds rounds = new SieveRounds();

    /**
     * Makes a measurement.
     *
     * @param out where progress and the model go
     * @param stop asked between windows; once true, the measurement ends without a model
     */
    CostMeasurement(PrintWriter out, BooleanSupplier stop) {
        this.out = out;
        this.stop = stop;
    }

    /** Measures, prints, and returns whether it was not stopped. */
    boolean run() throws InterruptedException {
        print("measuring the cost of a task: about two and a half minutes; nothing else should run meanwhile");
        TaskClock.Cost task;
        try (JavaSparkContext spark = new JavaSparkContext(SparkSetup.conf())) {
            task = new TaskClock(spark, STRATEGY, stop).measure();
        }
        print(
                "a task costs %.1f ms at first, %.1f ms once Spark is warm",
                task.firstTasksNanos() / 1e6, task.taskNanos() / 1e6);
        if (!sieveInRounds()) {
            print("stopped: there is no model of half a measurement");
            return false;
        }
        printRounds();
        print("");
        out.print(figures(task).text());
        out.flush();
        return true;
    }

    /** Returns whether the rounds were not stopped. */
    private boolean sieveInRounds() {
        WARM_UP_EXPONENTS.forEach(sieve::at);
        long start = System.nanoTime();
        long lastRoundNanos = 0;
        while (rounds.size() == 0
                || (rounds.size() < MOST_ROUNDS && System.nanoTime() - start + lastRoundNanos < SIEVING.toNanos())) {
            long roundStart = System.nanoTime();
            List<SieveClock.Cost> round = new ArrayList<>();
            for (int exponent = CostModel.LOWEST_EXPONENT; exponent <= CostModel.HIGHEST_EXPONENT; exponent++) {
                if (stop.getAsBoolean()) {
                    return false;
                }
                round.add(sieve.at(exponent));
                print(
                        "round %d, %s: %.3f ns for a number",
                        rounds.size() + 1,
                        height(exponent),
                        round.get(round.size() - 1).numberNanos());
            }
            rounds.add(round);
            lastRoundNanos = System.nanoTime() - roundStart;
        }
        return true;
    }

    private void printRounds() {
        print("");
        print(
                "nanoseconds for a number, median of %d rounds [lowest, highest], and in the model that this job has",
                rounds.size());
        List<Double> medians = rounds.numberNanos();
        for (int exponent = CostModel.LOWEST_EXPONENT; exponent <= CostModel.HIGHEST_EXPONENT; exponent++) {
            List<Double> sorted = rounds.numberNanos(exponent);
            double median = medians.get(exponent - CostModel.LOWEST_EXPONENT);
            double model = present.numberNanos(exponent);
            print(
                    "%-6s %.3f [%.3f, %.3f]  model %.3f, ratio %.2f",
                    height(exponent), median, sorted.get(0), sorted.get(sorted.size() - 1), model, median / model);
        }
    }

    private CostFigures figures(TaskClock.Cost task) {
        return new CostFigures(
                machine(),
                LocalDate.now(ZoneOffset.UTC),
                STRATEGY.id(),
                task.taskNanos(),
                task.firstTasksNanos(),
                rounds.sievingPrimeNanos(),
                rounds.numberNanos());
    }

    private static String height(int exponent) {
        return "10^" + exponent;
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores; Java %s, %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                System.getProperty("java.vendor"));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElseGet(() -> System.getProperty("os.arch"));
        } catch (IOException | UncheckedIOException e) {
            return System.getProperty("os.arch");
        }
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }
}
