package io.github.eratosthenes.cluster.ranges;

import java.io.Serializable;
import java.util.List;

/**
 * What one Spark task counts: mostly one range; ranges that take less time than a task costs share one.
 *
 * @param ranges the ranges, at least one, in a list that serializes
 */
public record Task(List<Range> ranges) implements Serializable {

    public Task {
        ranges = List.copyOf(ranges);
    }

    /** A task of one range. */
    public static Task of(Range range) {
        return new Task(List.of(range));
    }
}
