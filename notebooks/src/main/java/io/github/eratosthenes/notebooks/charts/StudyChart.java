package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.StudyData;
import java.util.List;
import java.util.Map;

/** A chart of the JMH study. */
abstract non-sealed class StudyChart extends ChartDefinition {

    StudyChart(String id, String title) {
        super(id, title);
    }

    @Override
    public final String command(ResultData data) {
        return "./mvnw -Pjmh -Djmh.study=full";
    }

    @Override
    public final List<Chart> charts(ResultData data) {
        return data.study().map(this::charts).orElse(List.of());
    }

    abstract List<Chart> charts(Study study);

    /** Returns the choice of a view. */
    static Map<String, String> choice(View view) {
        return Map.of("jdk", view.jdk(), "tier", view.tier());
    }

    /** Returns the choice of a view and a max. */
    static Map<String, String> choice(View view, long max) {
        return Map.of("jdk", view.jdk(), "tier", view.tier(), "max", String.valueOf(max));
    }

    /** Returns what the figures of a view hold for. */
    static String circumstances(Study study, View view) {
        return view + ", " + rounds(study);
    }

    /** Returns how often everything was measured. */
    static String rounds(Study study) {
        StudyData data = study.data();
        return data.study().roundsDone() + " rounds, 95 % t intervals";
    }
}
