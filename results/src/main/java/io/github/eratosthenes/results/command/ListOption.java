package io.github.eratosthenes.results.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of an option that takes a list. A value that is given twice is rejected before anything is measured, because a
 * result file cannot hold two results of one cell.
 */
public final class ListOption {

    private ListOption() {}

    /**
     * Returns the values.
     *
     * @param option the option's name
     * @throws IllegalArgumentException if a value is given twice
     */
    public static <T> List<T> distinct(String option, List<T> values) {
        Set<T> seen = new HashSet<>();
        for (T value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(option + " has " + value + " twice; give each value once");
            }
        }
        return values;
    }
}
