package io.github.eratosthenes.benchmarks.study;

/**
 * How long a cell runs in each round.
 *
 * <p>JMH ends an iteration with the first operation that goes beyond its time, so an operation longer than an iteration
 * runs once in each.
 *
 * @param warmupIterations iterations before the measured ones
 * @param warmupMillis the time of one of these
 * @param slices the number of measured iterations
 * @param sliceMillis the time of one of these
 */
record Effort(int warmupIterations, int warmupMillis, int slices, int sliceMillis) {

    /** The time of a warm-up iteration, short enough to see in warmup.json where the time changes. */
    private static final int WARMUP_ITERATION_MILLIS = 100;

    /** The longest warm-up, unless a single operation takes longer. */
    static final long LONGEST_WARMUP_MILLIS = 10_000;

    /** The ratio of a fork's warm-up to its probe's time to settle; two JVMs never compile at the same moment. */
    private static final double WARMUP_MARGIN = 1.5;

    /** The time that a fork may spend on slices if an operation is longer than a slice. */
    private static final double LONG_OPERATIONS_MILLIS = 3_000;

    /** The time to start and end a forked JVM, with JMH's handshake and the rulers' warm-up. */
    private static final long FORK_MILLIS = 550;

    /** The time that JMH and the rulers take beside each iteration. */
    private static final double BESIDE_ITERATION_MILLIS = 3;

    /** Returns the effort with a warm-up of a number of milliseconds, divided into iterations. */
    static Effort of(long warmupMillis, int slices, int sliceMillis) {
        int iterations = (int) ((warmupMillis + WARMUP_ITERATION_MILLIS - 1) / WARMUP_ITERATION_MILLIS);
        return new Effort(iterations, WARMUP_ITERATION_MILLIS, slices, sliceMillis);
    }

    /**
     * Reads "1000,30,6": the least warm-up in milliseconds, the number of slices, and the milliseconds of each.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    static Effort parse(String text) {
        if (!text.matches("\\d{1,6},[1-9]\\d{0,5},[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("the effort '" + text
                    + "' is not milliseconds of warm-up, slices (1 or more) and milliseconds of a slice (1 or more),"
                    + " such as 1000,30,6");
        }
        String[] numbers = text.split(",", -1);
        return of(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    /**
     * Returns the effort for a cell. The warm-up is this one or, if that is longer, the probe's time to settle with a margin. The
     * set-up's operation is part of it, so a cell whose operation is longer than that has no other warm-up. If an operation is longer
     * than a slice, there are as many slices as fit, but at least one.
     *
     * @param operationMillis the time of an operation
     * @param settledMillis when the probe's time stopped changing; {@link #LONGEST_WARMUP_MILLIS} if it never did
     */
    Effort forCell(double operationMillis, long settledMillis) {
        double least = (double) warmupIterations * warmupMillis;
        double wanted = Math.min(LONGEST_WARMUP_MILLIS, Math.max(least, WARMUP_MARGIN * settledMillis));
        double afterSetUp = Math.max(0, wanted - operationMillis);
        int warmups = (int) Math.ceil(afterSetUp / Math.max(warmupMillis, operationMillis));
        int fitting = operationMillis <= sliceMillis ? slices : (int) (LONG_OPERATIONS_MILLIS / operationMillis);
        return new Effort(warmups, warmupMillis, Math.max(1, Math.min(slices, fitting)), sliceMillis);
    }

    /**
     * Returns an estimate of the time that a fork adds to its batch: its part of the warm-up, the set-up's operation, and iterations
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
