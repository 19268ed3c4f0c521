package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.ResultData;
import java.util.List;

/** Turns a result folder into charts of one kind: one for each choice of JDK, tier and max that the kind depends on. */
public sealed interface ChartDefinition permits StudyChart, EndpointChart, YardstickChart {

    /** Returns the name in files and links. */
    String id();

    /** Returns what the charts show. */
    String title();

    /** Returns the command that makes the data which the charts need, for the result folder where that matters. */
    String command(ResultData data);

    /** Returns the charts, the most telling choice first; none where the folder lacks their data. */
    List<Chart> charts(ResultData data);
}
