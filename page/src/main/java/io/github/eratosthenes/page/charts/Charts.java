package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.charts.ChartDefinition.Sourced;
import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.ResultData;
import java.util.List;
import java.util.Optional;

/** All kinds of charts, and the charts of a result folder. */
public final class Charts {

    /** All kinds, in the order of a reader's interest. */
    private static final List<ChartDefinition> ALL = List.of(
            BreakpointCharts.LIMITS,
            StudyCharts.TIME,
            RatioCharts.RATIO,
            ExplanationChart.EXPLANATION,
            StudyCharts.BYTES,
            BreakpointCharts.TIME,
            CostChart.COST,
            RatioCharts.PRIMESIEVE,
            RatioCharts.RANGES,
            RatioCharts.COMPILERS,
            RatioCharts.JDKS,
            NoiseChart.NOISE,
            RatioCharts.LOOPS,
            StudyCharts.ROUNDS);

    private Charts() {}

    /** Returns all kinds. */
    public static List<ChartDefinition> all() {
        return ALL;
    }

    /**
     * Returns the charts of a kind, the most informative choice first; none if the folder lacks their data.
     *
     * @throws IllegalArgumentException if the folder has more strategies than readers can tell apart
     */
    public static List<Chart> of(ChartDefinition kind, ResultData data) {
        return kind.drawings().apply(data).stream()
                .map(sourced -> chart(kind, sourced, data))
                .toList();
    }

    private static Chart chart(ChartDefinition kind, Sourced sourced, ResultData data) {
        Drawing drawing = sourced.drawing();
        Part part = sourced.part();
        Origin origin = data.origin(part);
        return new Chart(
                kind.id(),
                kind.title(),
                kind.reading(),
                data.machine() + " · " + origin.date() + " · " + origin.name() + "/" + part.file(),
                drawing.scope().circumstances(),
                origin.name(),
                origin.date(),
                part.file(),
                drawing.scope().choice(),
                drawing.height(),
                drawing.strategies(),
                Option.of(drawing),
                drawing.table());
    }

    /**
     * Returns the first chart of a kind: the one of the newest JDK, all compilers and the most informative max.
     *
     * @throws IllegalArgumentException if there is no such kind
     */
    public static Optional<Chart> first(String id, ResultData data) {
        return of(kind(id), data).stream().findFirst();
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
