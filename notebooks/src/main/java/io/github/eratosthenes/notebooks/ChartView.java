package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.notebooks.charts.Chart;
import io.github.eratosthenes.notebooks.charts.Table;
import java.util.List;
import java.util.Map;

/** A chart as the scripts take it. */
record ChartView(
        String id,
        String title,
        String reading,
        String caption,
        String circumstances,
        String source,
        Map<String, String> choice,
        int height,
        List<String> series,
        JsonNode option,
        Table table) {

    static ChartView of(Chart chart, ResultData data) {
        return new ChartView(
                chart.id(),
                chart.title(),
                chart.reading(),
                data.machine() + " · " + data.date() + " · " + data.name() + "/" + chart.source(),
                chart.circumstances(),
                chart.source(),
                chart.choice(),
                chart.height(),
                chart.series(),
                chart.option(),
                chart.table());
    }
}
