package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.notebooks.data.Yardstick;
import io.github.eratosthenes.results.files.ResultFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Each strategy's time in the study against that of primesieve, which was measured apart: the interval lets both sides
 * vary, since they share no rounds.
 */
final class PrimesieveChart extends YardstickChart {

    PrimesieveChart() {
        super("primesieve", "Time against primesieve, the native yardstick");
    }

    @Override
    public List<Chart> charts(ResultData data) {
        List<Chart> charts = new ArrayList<>();
        data.study()
                .ifPresent(study -> data.yardstick()
                        .ifPresent(yardstick -> study.views()
                                .forEach(view -> study.maximaByWeight(view)
                                        .forEach(max -> chart(study, yardstick, view, max)
                                                .ifPresent(charts::add)))));
        return charts;
    }

    private Optional<Chart> chart(Study study, Yardstick yardstick, View view, long max) {
        return yardstick.upTo(max).map(primesieve -> {
            List<Row> rows = study.strategies().stream()
                    .flatMap(strategy -> study.cell(strategy, new Size(max, 1), view).stream()
                            .map(cell -> new Row(
                                    strategy, strategy, cell.measurement().independentRatio(primesieve))))
                    .toList();
            return new RatioRows(study.strategies(), rows)
                    .sorted()
                    .chart(
                            this,
                            "Left of 1 is faster than primesieve on one thread, right of it slower.",
                            ResultFolder.JMH,
                            StudyChart.choice(view, max),
                            "max " + Text.count(max) + ", " + StudyChart.circumstances(study, view) + "; primesieve in "
                                    + primesieve.roundMeans().length + " JVMs of its own (" + ResultFolder.YARDSTICK
                                    + ")",
                            Axis.doublings("time / time of primesieve"),
                            0);
        });
    }
}
