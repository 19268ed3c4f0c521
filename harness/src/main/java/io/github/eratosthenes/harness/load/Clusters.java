package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values that come in clusters, such as the costs of calls, a cluster for each instance that answered them.
 *
 * <p>Calls to one warm instance share its compiled code, its memory layout and its place on a machine. So the cluster is
 * the unit: the mean is that of all values, and its error comes from how the clusters' own means differ. With one cluster
 * there is no error to be known, however many values it has. A value whose cluster nobody knows is one of its own.
 *
 * @param mean the mean of all values; NaN without one
 * @param means the clusters' means
 */
record Clusters(double mean, List<Double> means) {

    /** Returns clusters of values that are each one of their own. */
    static Clusters of(List<Double> values) {
        return new Clusters(average(values), values);
    }

    /** Returns the costs of calls. */
    static Clusters of(List<Done> calls, Billing billing) {
        return of(calls, billing::dollars, billing::instance);
    }

    /** Returns the values of calls. */
    static Clusters of(List<Done> calls, ToDoubleFunction<Done> value, Function<Done, @Nullable String> instance) {
        Map<Object, List<Double>> clusters = new LinkedHashMap<>();
        List<Double> all = new ArrayList<>();
        for (Done call : calls) {
            String name = instance.apply(call);
            double one = value.applyAsDouble(call);
            clusters.computeIfAbsent(name == null ? call : name, key -> new ArrayList<>())
                    .add(one);
            all.add(one);
        }
        return new Clusters(
                average(all), clusters.values().stream().map(Clusters::average).toList());
    }

    private static double average(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private Sample sample() {
        return Sample.of(means.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Returns the mean with its interval, whose bounds are NaN below two clusters. */
    Interval interval(double confidence) {
        Interval around = sample().meanInterval(confidence);
        double half = around.halfWidth();
        return new Interval(mean - half, mean, mean + half);
    }

    /** Returns the ratio of this mean to another one, with its interval, whose bounds are NaN below two clusters of each. */
    Interval ratioTo(Clusters other, double confidence) {
        double ratio = mean / other.mean;
        double mine = interval(confidence).halfWidth() / mean;
        double others = other.interval(confidence).halfWidth() / other.mean;
        double half = ratio * Math.hypot(mine, others);
        return new Interval(ratio - half, ratio, ratio + half);
    }
}
