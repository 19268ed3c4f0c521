package io.github.eratosthenes.results.command;

/** Numbers from options, with their bounds. */
public final class NumberOption {

    private NumberOption() {}

    /**
     * Returns the number.
     *
     * @param option the option's name
     * @throws IllegalArgumentException if it is below the lowest allowed
     */
    public static long atLeast(String option, long value, long lowest) {
        if (value < lowest) {
            throw new IllegalArgumentException(option + " " + value + " is below " + lowest + ", the lowest allowed");
        }
        return value;
    }

    /**
     * Returns the number.
     *
     * @param option the option's name
     * @throws IllegalArgumentException if it is not from the lowest to the highest, both included
     */
    public static int within(String option, int value, int lowest, int highest) {
        atLeast(option, value, lowest);
        if (value > highest) {
            throw new IllegalArgumentException(option + " " + value + " is above " + highest + ", the highest allowed");
        }
        return value;
    }
}
