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

    /**
     * Reads "5,5,100": the three numbers in order.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static Effort parse(String text) {
        if (!text.matches("\\d{1,6},[1-9]\\d{0,5},[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(
                    "the effort '" + text
                            + "' is not warm-up iterations, measured iterations (1 or more) and milliseconds (1 or more), as 5,5,100");
        }
        String[] numbers = text.split(",", -1);
        return new Effort(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
    }
}
