package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.List;
import java.util.Map;

/** Whether time / loops is flat: a compiler that merged the loops of an operation would show here. */
final class LoopsChart extends StudyChart {

    LoopsChart() {
        super("loops", "Does a loop cost the same when there are more of them?");
    }

    @Override
    List<Chart> charts(Study study) {
        return study.views().stream()
                .map(view -> Map.entry(view, rows(study, view)))
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> chart(study, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Chart chart(Study study, View view, List<Row> rows) {
        return new RatioRows(study.strategies(), rows)
                .chart(
                        this,
                        "At 1 a loop costs the same as a single one; the band is ±5 %. Left of it loops were merged.",
                        ResultFolder.JMH,
                        choice(view),
                        circumstances(study, view),
                        Axis.linear("time / loops, against the time of one loop", "plain"),
                        Verdict.TOLERANCE);
    }

    private static List<Row> rows(Study study, View view) {
        return study.perLoop(view).stream()
                .map(loop -> new Row(
                        loop.strategy(),
                        loop.strategy() + ", " + Text.count(loop.size().max()) + " × "
                                + loop.size().loops(),
                        loop.ratio()))
                .toList();
    }
}
