package io.github.eratosthenes.page;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The choices of the panel "Which sieve should I use?": measured cells and measured memory limits only.
 *
 * @param cells every measured sieving with one loop
 * @param edges the largest max for which memory suffices, for each strategy
 */
record Choices(List<Cell> cells, List<Edge> edges) {

    /**
     * A measured sieving.
     *
     * @param millis its time
     * @param highMillis the upper end of the time's interval; null if there is none
     * @param bytes the allocated bytes; null if they were not recorded
     * @param slower the strategies that are proven slower under the same conditions
     */
    record Cell(
            String strategy,
            long max,
            String jdk,
            String tier,
            double millis,
            @Nullable Double highMillis,
            @Nullable Double bytes,
            List<String> slower) {}

    /** The largest max for which memory suffices, whether in time or not. */
    record Edge(String strategy, int megabytes, long passing) {}

    static Choices of(ResultData data) {
        return new Choices(cells(data), data.breakpoints().map(Choices::edges).orElse(List.of()));
    }

    /** Returns the study's cells, and those of the variants for what the study has not. */
    private static List<Cell> cells(ResultData data) {
        List<View> views = data.study().map(Study::views).orElse(List.of());
        return Stream.concat(
                        data.study().stream().flatMap(study -> cells(study, study.views())),
                        data.variants().stream()
                                .flatMap(variants -> cells(
                                        variants,
                                        variants.views().stream()
                                                .filter(view -> !views.contains(view))
                                                .toList())))
                .toList();
    }

    private static Stream<Cell> cells(Study study, List<View> views) {
        return study.sievings().stream()
                .filter(sieving -> sieving.setting().size().loops() == 1)
                .filter(sieving -> views.contains(sieving.setting().view()))
                .map(sieving -> cell(study, sieving));
    }

    /** Returns the bytes that one sieving allocates or, where they were not recorded, those predicted. */
    private static @Nullable Double bytes(Sieving sieving) {
        OptionalDouble recorded = sieving.measurement().bytesPerOperation();
        if (recorded.isPresent()) {
            return recorded.getAsDouble();
        }
        Long predicted = sieving.predictedBytes();
        return predicted == null ? null : (Double) predicted.doubleValue();
    }

    private static Cell cell(Study study, Sieving sieving) {
        Interval time = sieving.time().interval();
        View view = sieving.setting().view();
        return new Cell(
                sieving.strategy(),
                sieving.max(),
                view.jdk(),
                view.tier(),
                time.estimate(),
                Double.isNaN(time.high()) ? null : (Double) time.high(),
                bytes(sieving),
                study.cells(sieving.setting()).stream()
                        .filter(other -> study.compare(other, sieving).verdict() == Verdict.SLOWER)
                        .map(Sieving::strategy)
                        .toList());
    }

    private static List<Edge> edges(BreakpointsFile file) {
        List<Edge> edges = new ArrayList<>();
        for (Breakpoint edge : file.breakpoints()) {
            if (edge.kind() == Kind.MEMORY) {
                lastingMemory(edge).ifPresent(max -> edges.add(new Edge(edge.strategy(), edge.memoryMegabytes(), max)));
            }
        }
        return edges;
    }

    /**
     * Returns the largest max for which memory is known to last. An edge of time proves nothing about memory; an edge of memory
     * does, even if it is beyond the edge of time.
     */
    private static OptionalLong lastingMemory(Breakpoint edge) {
        return switch (edge.outcome()) {
            case BROKE, STOPPED_BY_HIGHEST_MAX -> OptionalLong.of(edge.reached());
            case STOPPED_BY_TIME ->
                edge.memoryEdge() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(edge.memoryEdge().passing());
            case STOPPED_BY_BUDGET -> OptionalLong.empty();
        };
    }
}
