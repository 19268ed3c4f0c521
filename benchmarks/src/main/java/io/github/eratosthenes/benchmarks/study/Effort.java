package io.github.eratosthenes.benchmarks.study;

/**
 * How long a cell is run in each round.
 *
 * <p>JMH ends an iteration with the first operation that goes beyond its time, so an operation longer than an iteration
 * runs once in each.
 *
 * @param warmupIterations iterations before the measured ones
 * @param measuredIterations iterations that count
 * @param iterationMillis the time of either
 */
record Effort(int warmupIterations, int measuredIterations, int iterationMillis) {

    /** What a fork may spend on operations that are longer than an iteration, beyond the least it needs. */
    private static final double LONG_OPERATIONS_MILLIS = 1_000;

    /** Start and end of a forked JVM with JMH's handshake. */
    private static final long FORK_MILLIS = 450;

    /**
     * Reads "5,5,100": the three numbers in order.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Effort parse(String text) {
        if (!text.matches("\\d{1,6},[1-9]\\d{0,5},[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("the effort '" + text
                    + "' is not warm-up iterations, measured iterations (1 or more) and milliseconds (1 or more),"
                    + " as 5,5,100");
        }
        String[] numbers = text.split(",", -1);
        return new Effort(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }

    /**
     * Returns the effort for operations of a length: this one where they fit into an iteration, else fewer iterations of
     * one operation each, half of them warm-up and at least one of either. (The set-up has run one operation before.)
     */
    Effort forOperationsOf(double millis) {
        if (millis <= iterationMillis) {
            return this;
        }
        int operations = (int) Math.max(2, LONG_OPERATIONS_MILLIS / millis);
        int warmups = Math.min(warmupIterations, operations / 2);
        int measured = Math.min(measuredIterations, operations - warmups);
        return new Effort(warmups, measured, iterationMillis);
    }

    /** Returns about how long a fork takes: the set-up's operation, and iterations that end half an operation late. */
    long expectedMillis(double operationMillis) {
        double iteration = Math.max(operationMillis, iterationMillis + operationMillis / 2);
        return Math.round(FORK_MILLIS + operationMillis + (warmupIterations + measuredIterations) * iteration);
    }
}
