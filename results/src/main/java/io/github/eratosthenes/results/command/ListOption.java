package io.github.eratosthenes.results.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Values of an option that takes a list. The one rule for all of them: a value that is given twice is refused before
 * anything is measured. It would be measured twice, and a result file cannot hold two results of one cell.
 */
public final class ListOption {

    private ListOption() {}

    /**
     * Returns the values.
     *
     * @param option the option's name
     * @throws IllegalArgumentException if a value is there twice
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
