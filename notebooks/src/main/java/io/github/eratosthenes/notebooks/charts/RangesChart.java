package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.charts.RatioRows.Row;
import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Yardstick;
import io.github.eratosthenes.results.files.ResultFolder;
import java.util.List;
import java.util.Map;

/** The fast sieves against primesieve, range by range, on one thread and on all processors; measured in one run. */
final class RangesChart extends YardstickChart {

    RangesChart() {
        super("ranges", "Counting a range against primesieve");
    }

    @Override
    public List<Chart> charts(ResultData data) {
        return data.yardstick()
                .filter(yardstick -> !yardstick.besides().isEmpty())
                .map(yardstick -> List.of(chart(yardstick)))
                .orElse(List.of());
    }

    private Chart chart(Yardstick yardstick) {
        List<Row> rows = yardstick.besides().stream()
                .map(beside -> new Row(beside.sieve(), beside.sieve() + ", " + beside.words(), beside.ratio()))
                .toList();
        return new RatioRows(rows.stream().map(Row::strategy).distinct().toList(), rows)
                .chart(
                        this,
                        "Left of 1 is faster than primesieve. wheel-segment on one thread each, parallel on all processors each.",
                        ResultFolder.YARDSTICK,
                        Map.of(),
                        yardstick.forks() + " JVMs each, 95 % Welch intervals",
                        Axis.linear("time / time of primesieve", "plain"),
                        0);
    }
}
