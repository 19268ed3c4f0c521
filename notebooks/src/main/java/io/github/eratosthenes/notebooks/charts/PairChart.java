package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each strategy's time in one view against its own in another, one chart for each pair of views and each max. */
abstract class PairChart extends StudyChart {

    private final String reading;

    PairChart(String id, String title, String reading) {
        super(id, title);
        this.reading = reading;
    }

    /** Two views to compare, and what they share. */
    record Pair(View candidate, View baseline, String shared) {}

    abstract List<Pair> pairs(Study study);

    abstract ObjectNode axis(Pair pair);

    @Override
    final List<Chart> charts(Study study) {
        List<Chart> charts = new ArrayList<>();
        for (Pair pair : pairs(study)) {
            study.maximaByWeight(pair.candidate())
                    .forEach(max -> chart(study, pair, max).ifPresent(charts::add));
        }
        return charts;
    }

    private Optional<Chart> chart(Study study, Pair pair, long max) {
        Size size = new Size(max, 1);
        List<Row> rows = new ArrayList<>();
        for (String strategy : study.strategies()) {
            study.cell(strategy, size, pair.candidate())
                    .ifPresent(candidate -> study.cell(strategy, size, pair.baseline())
                            .ifPresent(baseline -> rows.add(new Row(
                                    strategy, strategy, candidate.measurement().pairedRatio(baseline.measurement())))));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new RatioRows(study.strategies(), rows)
                        .sorted()
                        .chart(
                                this,
                                reading,
                                ResultFolder.JMH,
                                Map.of(chosenBy(), chosen(pair), "max", String.valueOf(max)),
                                "max " + Text.count(max) + ", " + pair.shared() + ", " + rounds(study),
                                axis(pair),
                                Verdict.THRESHOLD));
    }

    /** Returns which choice settles the pair: jdk or tier. */
    abstract String chosenBy();

    private String chosen(Pair pair) {
        return chosenBy().equals("jdk")
                ? pair.candidate().jdk()
                : pair.candidate().tier();
    }
}
