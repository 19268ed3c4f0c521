package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.benchmarks.results.Measurement;
import io.github.eratosthenes.notebooks.Study;
import io.github.eratosthenes.notebooks.Study.Size;
import io.github.eratosthenes.notebooks.Study.View;
import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Each strategy's time against that of the native library primesieve, in the same rounds. */
final class PrimesieveChart extends StudyChart {

    PrimesieveChart() {
        super("primesieve", "Time against primesieve, the native yardstick");
    }

    @Override
    public String command() {
        return "apt-get install libprimesieve-dev && ./mvnw -Pjmh -Djmh.study=full";
    }

    @Override
    List<Chart> charts(Study study) {
        List<Chart> charts = new ArrayList<>();
        for (View view : study.views()) {
            for (int place = study.maxima(view).size() - 1; place >= 0; place--) {
                chart(study, view, study.maxima(view).get(place)).ifPresent(charts::add);
            }
        }
        return charts;
    }

    private Optional<Chart> chart(Study study, View view, long max) {
        return yardstick(study, view, max).map(yardstick -> {
            List<Row> rows = new ArrayList<>();
            for (String strategy : study.strategies()) {
                study.cell(strategy, new Size(max, 1), view)
                        .ifPresent(cell ->
                                rows.add(new Row(strategy, strategy, Study.ratio(cell.measurement(), yardstick))));
            }
            return new RatioRows(study.strategies(), rows)
                    .sorted()
                    .chart(
                            this,
                            "Left of 1 is faster than primesieve on one thread, right of it slower.",
                            Map.of("jdk", view.jdk(), "tier", view.tier(), "max", String.valueOf(max)),
                            "max " + Text.count(max) + ", " + circumstances(study, view),
                            Axis.doublings("time / time of primesieve"),
                            0);
        });
    }

    private static Optional<Measurement> yardstick(Study study, View view, long max) {
        return study.data().measurements().values().stream()
                .filter(measurement ->
                        measurement.benchmark().toLowerCase(Locale.ROOT).contains("primesieve"))
                .filter(measurement -> measurement.parameter("strategy") == null)
                .filter(measurement -> String.valueOf(max).equals(measurement.parameter("max")))
                .filter(measurement -> view.jdk().equals(measurement.parameter("jdk"))
                        && view.tier().equals(measurement.parameter("tier")))
                .findFirst();
    }
}
