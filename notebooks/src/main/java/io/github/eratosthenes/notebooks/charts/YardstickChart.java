package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.ResultData;

/** A chart of the sieves beside the native library primesieve. */
abstract non-sealed class YardstickChart implements ChartDefinition {

    private final String id;
    private final String title;

    YardstickChart(String id, String title) {
        this.id = id;
        this.title = title;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String command(ResultData data) {
        return "./mvnw -Pjmh -Djmh.args=\"NativeYardstick -f 5 -p range=TO_1E6,TO_1E7,TO_1E8,TO_1E9 -rf json -rff benchmarks/results/"
                + data.name() + "/yardstick.json\"";
    }
}
