package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import java.util.List;
import java.util.Optional;

/** All kinds of charts, in the order in which a reader wants them. */
public final class Charts {

    private static final List<ChartDefinition> ALL = List.of(
            new TimeChart(),
            new RatioChart(),
            new BytesChart(),
            BreakpointChart.ofMemory(),
            BreakpointChart.ofTime(),
            new CostChart(),
            new PrimesieveChart(),
            new RangesChart(),
            new CompilerChart(),
            new JdkChart(),
            new LoopsChart(),
            new RoundsChart());

    private Charts() {}

    /** Returns all kinds. */
    public static List<ChartDefinition> all() {
        return ALL;
    }

    /**
     * Returns the first chart of a kind: that of the newest JDK, all compilers and the most telling max.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Optional<Chart> first(String id, ResultData data) {
        return kind(id).charts(data).stream().findFirst();
    }

    private static ChartDefinition kind(String id) {
        return ALL.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no chart '" + id + "'; there are "
                        + String.join(
                                ", ", ALL.stream().map(ChartDefinition::id).toList())));
    }
}
