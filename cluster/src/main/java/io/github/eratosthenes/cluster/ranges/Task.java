package io.github.eratosthenes.cluster.ranges;

import java.io.Serializable;
import java.util.List;

/**
 * The work of one Spark task: mostly one range; several ranges if each takes less time than a task costs.
 *
 * @param ranges the ranges, at least one, in a list that serializes
 */
public record Task(List<Range> ranges) implements Serializable {

    public Task {
        ranges = List.copyOf(ranges);
    }

    /** Makes a task of one range. */
    public static Task of(Range range) {
        return new Task(List.of(range));
    }
}
