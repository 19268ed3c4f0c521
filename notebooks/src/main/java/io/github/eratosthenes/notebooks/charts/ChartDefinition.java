package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import java.util.List;

/** Turns a result folder into charts of one kind: one for each choice of JDK, tier and max that the kind depends on. */
public abstract sealed class ChartDefinition permits StudyChart, EndpointChart, YardstickChart {

    private final String id;
    private final String title;

    ChartDefinition(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** Returns the name in files and links. */
    public final String id() {
        return id;
    }

    /** Returns what the charts show. */
    public final String title() {
        return title;
    }

    /** Returns the command that makes the data which the charts need, for the result folder where that matters. */
    public abstract String command(ResultData data);

    /** Returns the charts, the most telling choice first; none where the folder lacks their data. */
    public abstract List<Chart> charts(ResultData data);
}
