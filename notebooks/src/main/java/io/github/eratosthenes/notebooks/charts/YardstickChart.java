package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.results.files.ResultFolder;

/** A chart of the sieves beside the native library primesieve. */
abstract non-sealed class YardstickChart extends ChartDefinition {

    YardstickChart(String id, String title) {
        super(id, title);
    }

    @Override
    public final String command(ResultData data) {
        return "./mvnw -Pjmh -Djmh.args=\"NativeYardstick -f 5 -p range=TO_1E6,TO_1E7,TO_1E8,TO_1E9 -rf json -rff benchmarks/results/"
                + data.name() + "/" + ResultFolder.YARDSTICK + "\"";
    }
}
