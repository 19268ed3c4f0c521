package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Size;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData.Measured;
import java.util.ArrayList;
import java.util.List;

/** A line for each strategy against max, both axes logarithmic, one chart for each JDK and tier. */
abstract class AgainstMax extends StudyChart {

    private static final int HEIGHT = 520;

    private final String reading;

    AgainstMax(String id, String title, String reading) {
        super(id, title);
        this.reading = reading;
    }

    @Override
    final List<Chart> charts(Study study) {
        return study.views().stream().map(view -> chart(study, view)).toList();
    }

    private Chart chart(Study study, View view) {
        Plot plot = new Plot(study.strategies());
        List<List<String>> rows = new ArrayList<>();
        for (String strategy : study.strategies()) {
            List<Measured> cells = study.maxima(view).stream()
                    .flatMap(max -> study.cell(strategy, new Size(max, 1), view).stream())
                    .toList();
            draw(plot, strategy, cells);
            cells.forEach(cell -> rows.add(row(strategy, cell)));
        }
        return new Chart(
                id(),
                title(),
                reading,
                ResultFolder.JMH,
                choice(view),
                circumstances(study, view),
                HEIGHT,
                plot.drawn(),
                plot.option(Axis.logarithmic("max: primes are sieved up to this number", "count"), axis()),
                new Table(columns(), rows));
    }

    abstract ObjectNode axis();

    abstract void draw(Plot plot, String strategy, List<Measured> cells);

    abstract List<String> columns();

    abstract List<String> row(String strategy, Measured cell);

    static long max(Measured cell) {
        Long max = cell.cell().max();
        return max == null ? 0 : max;
    }
}
