package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.notebooks.charts.Chart;
import io.github.eratosthenes.notebooks.charts.Table;
import io.github.eratosthenes.notebooks.data.ResultData;
import java.util.List;
import java.util.Map;

/** A chart as the scripts take it. */
record ChartView(
        String id,
        String title,
        String reading,
        String caption,
        String circumstances,
        String folder,
        String date,
        String source,
        Map<String, String> choice,
        int height,
        List<String> series,
        JsonNode option,
        Table table) {

    static ChartView of(Chart chart, ResultData data) {
        ResultData.Origin origin = data.origin(chart.source());
        return new ChartView(
                chart.id(),
                chart.title(),
                chart.reading(),
                data.machine() + " · " + origin.date() + " · " + origin.name() + "/" + chart.source(),
                chart.circumstances(),
                origin.name(),
                origin.date(),
                chart.source(),
                chart.choice(),
                chart.height(),
                chart.series(),
                chart.option(),
                chart.table());
    }
}
