package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyData.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ratio of each strategy's time to the baseline's, one chart for each JDK, tier and max; the most telling max first. */
final class RatioChart extends StudyChart {

    RatioChart() {
        super("ratio", "Time against " + StudyData.BASELINE);
    }

    @Override
    List<Chart> charts(Study study) {
        List<Chart> charts = new ArrayList<>();
        for (View view : study.views()) {
            study.maximaByWeight(view).forEach(max -> chart(study, view, max).ifPresent(charts::add));
        }
        return charts;
    }

    private Optional<Chart> chart(Study study, View view, long max) {
        Size size = new Size(max, 1);
        return study.cell(StudyData.BASELINE, size, view).map(baseline -> {
            List<Row> rows = study.strategies().stream()
                    .filter(strategy -> !strategy.equals(StudyData.BASELINE))
                    .flatMap(strategy -> study.cell(strategy, size, view).stream())
                    .map(cell -> row(cell, baseline))
                    .toList();
            return new RatioRows(study.strategies(), rows)
                    .sorted()
                    .chart(
                            this,
                            "Left of 1 is faster than " + StudyData.BASELINE + ", right of it slower.",
                            ResultFolder.JMH,
                            choice(view, max),
                            "max " + Text.count(max) + ", " + circumstances(study, view),
                            Axis.doublings("time / time of " + StudyData.BASELINE),
                            0);
        });
    }

    private static Row row(Measured cell, Measured baseline) {
        String strategy = String.valueOf(cell.cell().strategy());
        return new Row(strategy, strategy, cell.measurement().pairedRatio(baseline.measurement()));
    }
}
