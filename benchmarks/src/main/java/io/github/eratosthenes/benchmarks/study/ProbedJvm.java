package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.Settling.Window;
import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * The program of the probe's JVM. It runs a workload until its time has settled, and prints the fields of {@link Probed}.
 *
 * <p>It runs for at least {@value #LEAST_MILLIS} ms and at most {@link Effort#LONGEST_WARMUP_MILLIS}. An operation above the budget
 * is not repeated.
 */
final class ProbedJvm {

    /** Marks the answer, among other output of the JVM or of a script around it. */
    private static final String MARK = "eratosthenes-probe:";

    /** At the tutorial's sizes some code is compiled for the last time after as much as two seconds. */
    private static final long LEAST_MILLIS = 2_500;

    private static final long WINDOW_MILLIS = 100;

    /** An operation of this length is compiled during the first run; three operations show whether they differ. */
    private static final int FEWEST_OPERATIONS = 3;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final String NEVER = "never";

    private ProbedJvm() {}

    /** Runs the program. The arguments are the budget in milliseconds and a workload's words. */
    public static void main(String[] args) {
        double budgetMillis = Double.parseDouble(args[0]);
        Workload workload = Workload.of(Arrays.asList(args).subList(1, args.length));
        LongSupplier operation = workload.operation();
        double first = millis(operation);
        double last = first;
        Long settled = null;
        if (first <= budgetMillis) {
            Settling settling = settle(operation);
            last = settling.level();
            OptionalLong millis = settling.settledMillis();
            settled = millis.isPresent() ? Long.valueOf(millis.getAsLong()) : null;
        }
        System.out.println(answer(new Probed(first, last, settled, bytes(workload))));
    }

    private static long bytes(Workload workload) {
        return workload instanceof Sieving sieving ? sieving.strategy().traits().bytesFor(sieving.max()) : 0;
    }

    private static Settling settle(LongSupplier operation) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        Settling settling = new Settling();
        long start = System.nanoTime();
        long elapsed;
        int operations = 0;
        do {
            long windowStart = System.nanoTime();
            long compiled = compiler.getTotalCompilationTime();
            double shortest = Double.POSITIVE_INFINITY;
            long end;
            do {
                shortest = Math.min(shortest, millis(operation));
                operations++;
                end = System.nanoTime();
            } while (end - windowStart < WINDOW_MILLIS * NANOS_PER_MILLI);
            elapsed = Math.round((end - start) / NANOS_PER_MILLI);
            settling.add(new Window(elapsed, shortest, compiler.getTotalCompilationTime() - compiled));
        } while (elapsed < Effort.LONGEST_WARMUP_MILLIS
                && (elapsed < LEAST_MILLIS
                        || operations < FEWEST_OPERATIONS
                        || settling.settledMillis().isEmpty()));
        return settling;
    }

    private static double millis(LongSupplier operation) {
        long start = System.nanoTime();
        long count = operation.getAsLong();
        double millis = (System.nanoTime() - start) / NANOS_PER_MILLI;
        if (count < 0) {
            throw new IllegalStateException("a count of " + count + " primes");
        }
        return millis;
    }

    /** Returns the marked line of the output. */
    static String answer(Probed probed) {
        return String.join(
                " ",
                MARK,
                String.valueOf(probed.firstMillis()),
                String.valueOf(probed.lastMillis()),
                probed.settledMillis() == null ? NEVER : String.valueOf(probed.settledMillis()),
                String.valueOf(probed.predictedBytes()));
    }

    /** Reads the marked line; empty if the output has none. */
    static Optional<Probed> read(String output) {
        return output.lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()).strip().split(" ", -1))
                .map(fields -> new Probed(
                        Double.parseDouble(fields[0]),
                        Double.parseDouble(fields[1]),
                        fields[2].equals(NEVER) ? null : Long.valueOf(fields[2]),
                        Long.parseLong(fields[3])))
                .findFirst();
    }
}
