package io.github.eratosthenes.benchmarks.study;

/**
 * How long a cell is run in each round.
 *
 * <p>JMH ends an iteration with the first operation that goes beyond its time, so an operation longer than an iteration
 * runs once in each.
 *
 * @param warmupIterations iterations before the measured ones
 * @param warmupMillis the time of one of these
 * @param slices iterations that count
 * @param sliceMillis the time of one of these
 */
record Effort(int warmupIterations, int warmupMillis, int slices, int sliceMillis) {

    /** The time of a warm-up iteration, short enough to see in warmup.json where the time changes. */
    private static final int WARMUP_ITERATION_MILLIS = 100;

    /** No warm-up takes longer, but for a single operation that does. */
    static final long LONGEST_WARMUP_MILLIS = 10_000;

    /** How much longer a fork warms up than its probe needed to settle: no two JVMs compile at the same moment. */
    private static final double WARMUP_MARGIN = 1.5;

    /** What a fork may spend on slices of operations that are longer than a slice. */
    private static final double LONG_OPERATIONS_MILLIS = 3_000;

    /** Start and end of a forked JVM with JMH's handshake, and the rulers' warm-up. */
    private static final long FORK_MILLIS = 550;

    /** What JMH and the rulers take beside each iteration. */
    private static final double BESIDE_ITERATION_MILLIS = 3;

    /** Returns the effort of a warm-up of so many milliseconds, in iterations. */
    static Effort of(long warmupMillis, int slices, int sliceMillis) {
        int iterations = (int) ((warmupMillis + WARMUP_ITERATION_MILLIS - 1) / WARMUP_ITERATION_MILLIS);
        return new Effort(iterations, WARMUP_ITERATION_MILLIS, slices, sliceMillis);
    }

    /**
     * Reads "1000,30,6": the least warm-up in milliseconds, the number of slices, and the milliseconds of each.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Effort parse(String text) {
        if (!text.matches("\\d{1,6},[1-9]\\d{0,5},[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("the effort '" + text
                    + "' is not milliseconds of warm-up, slices (1 or more) and milliseconds of a slice (1 or more),"
                    + " as 1000,30,6");
        }
        String[] numbers = text.split(",", -1);
        return of(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    /**
     * Returns the effort for a cell: this warm-up or what the probe needed and a margin, if that is longer; and as many
     * slices as fit where an operation is longer than a slice, at least one. (The set-up has run one operation before.)
     *
     * @param operationMillis how long an operation takes
     * @param settledMillis when the probe's time stopped changing; {@link #LONGEST_WARMUP_MILLIS} where it never did
     */
    Effort forCell(double operationMillis, long settledMillis) {
        double least = (double) warmupIterations * warmupMillis;
        double wanted = Math.min(LONGEST_WARMUP_MILLIS, Math.max(least, WARMUP_MARGIN * settledMillis));
        int warmups = (int) Math.ceil(wanted / Math.max(warmupMillis, operationMillis));
        int fitting = operationMillis <= sliceMillis ? slices : (int) (LONG_OPERATIONS_MILLIS / operationMillis);
        return new Effort(warmups, warmupMillis, Math.max(1, Math.min(slices, fitting)), sliceMillis);
    }

    /**
     * Returns about how long a fork takes of its batch's time: its part of the warm-up, the set-up's operation, and iterations
     * that end half an operation late.
     */
    long expectedMillis(double operationMillis) {
        double warmUp = FORK_MILLIS + operationMillis + warmupIterations * iteration(warmupMillis, operationMillis);
        return Math.round(warmUp / Batch.WARM_UPS_AT_ONCE + slices * iteration(sliceMillis, operationMillis));
    }

    private static double iteration(int millis, double operationMillis) {
        return BESIDE_ITERATION_MILLIS + Math.max(operationMillis, millis + operationMillis / 2);
    }
}
