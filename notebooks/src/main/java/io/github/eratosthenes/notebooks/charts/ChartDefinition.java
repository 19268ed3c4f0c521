package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.ResultData;
import java.util.List;

/** Turns a result folder into charts of one kind: one for each choice of JDK, tier and max that the kind depends on. */
public sealed interface ChartDefinition permits StudyChart, EndpointChart {

    /** Returns the name in files and links. */
    String id();

    /** Returns what the charts show. */
    String title();

    /** Returns the command that makes the data which the charts need. */
    String command();

    /** Returns the charts, the most telling choice first; none where the folder lacks their data. */
    List<Chart> charts(ResultData data);
}
