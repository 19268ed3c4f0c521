package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Sentences on the parts "breakpoints" and "breakpoints-reserved". */
final class EdgeFacts {

    /** What counts as close to a prediction. */
    private static final double CLOSE = 0.05;

    private EdgeFacts() {}

    /** Returns what ends each strategy on the smallest function, with nothing reserved and with the default. */
    static Passage ends(Source source) {
        return Passage.of(ends(source, Parts.EDGES), ends(source, Parts.EDGES_RESERVED), farthest(source));
    }

    private static Statement ends(Source source, String part) {
        BreakpointsFile file = EdgeTopics.file(source, part);
        int size = EdgeTopics.sizes(file).get(0);
        List<Breakpoint> edges = edges(file, size);
        List<String> ends = new ArrayList<>();
        end(ends, edges, "memory runs out first for ", "", edge -> edge.outcome() == Outcome.BROKE);
        end(
                ends,
                edges,
                "time runs out first for ",
                ", whose memory would run out at a larger max",
                edge -> edge.outcome() == Outcome.STOPPED_BY_TIME && edge.memoryEdge() != null);
        end(
                ends,
                edges,
                "only time runs out for ",
                "",
                edge -> edge.outcome() == Outcome.STOPPED_BY_TIME && edge.memoryEdge() == null);
        end(ends, edges, "the search was ended early for ", "", edge -> edge.outcome() == Outcome.STOPPED_BY_BUDGET);
        end(ends, edges, "no larger max is accepted by ", "", edge -> edge.outcome() == Outcome.STOPPED_BY_HIGHEST_MAX);
        return new Statement(
                "**At " + size + " MB, " + file.endpoint().reservedMegabytes() + " MB reserved:** "
                        + String.join("; ", ends) + ".",
                edges.stream().map(edge -> EdgeTopics.claim(edge, part)).toList());
    }

    private static List<Breakpoint> edges(BreakpointsFile file, int size) {
        return file.breakpoints().stream()
                .filter(edge -> edge.kind() == Kind.MEMORY && edge.memoryMegabytes() == size)
                .toList();
    }

    private static void end(
            List<String> ends, List<Breakpoint> edges, String before, String after, Predicate<Breakpoint> which) {
        List<String> strategies =
                edges.stream().filter(which).map(Breakpoint::strategy).toList();
        if (!strategies.isEmpty()) {
            ends.add(before + Sentences.strategies(strategies) + after);
        }
    }

    private static Statement farthest(Source source) {
        BreakpointsFile file = EdgeTopics.file(source, Parts.EDGES_RESERVED);
        int size = EdgeTopics.sizes(file).get(0);
        Breakpoint first = edges(file, size).stream()
                .max(Comparator.comparingLong(Breakpoint::reached))
                .orElseThrow();
        List<String> close = edges(file, size).stream()
                .filter(edge -> !edge.equals(first))
                .filter(edge -> edge.failing() == null || edge.failing() > first.reached())
                .map(Breakpoint::strategy)
                .toList();
        return new Statement(
                "**The largest max at " + size + " MB:** `" + first.strategy() + "` was always answered up to "
                        + Powers.words(first.reached())
                        + (close.isEmpty()
                                ? ". Every other strategy always failed below that."
                                : ". The intervals of " + Sentences.strategies(close) + " reach that far too."),
                List.of(new Claim("largest max at " + size + " MB", first.strategy() + " and " + close)));
    }

    /** Returns how far edges of memory are from the prediction. */
    static Passage predictions(Source source) {
        return Passage.of(prediction(source, Parts.EDGES), prediction(source, Parts.EDGES_RESERVED));
    }

    private static Statement prediction(Source source, String part) {
        BreakpointsFile file = EdgeTopics.file(source, part);
        DoubleSummaryStatistics most = new DoubleSummaryStatistics();
        DoubleSummaryStatistics all = new DoubleSummaryStatistics();
        List<String> beyond = new ArrayList<>();
        for (Breakpoint edge : file.breakpoints()) {
            Long predicted = edge.predicted();
            Optional<Double> middle = memoryMiddle(edge);
            if (edge.kind() == Kind.MEMORY && predicted != null && middle.isPresent()) {
                double ratio = middle.get() / predicted;
                all.accept(ratio);
                if (Math.abs(ratio - 1) <= CLOSE) {
                    most.accept(ratio);
                } else {
                    beyond.add(edge.strategy());
                }
            }
        }
        String reserved = file.endpoint().reservedMegabytes() + " MB reserved";
        if (all.getCount() == 0) {
            return Statement.of("With " + reserved + ", no edge of memory was both predicted and found.");
        }
        return Statement.of("**Predicted and found, " + reserved + ":** of " + all.getCount() + " edges of memory, "
                + most.getCount() + " are within " + Figures.percent(CLOSE)
                + " of the prediction. Divided by the prediction, the edges lie between " + Figures.ratio(all.getMin())
                + " and " + Figures.ratio(all.getMax()) + "."
                + (beyond.isEmpty()
                        ? ""
                        : " Farther off: "
                                + Sentences.strategies(
                                        beyond.stream().distinct().toList()) + "."));
    }

    private static Optional<Double> memoryMiddle(Breakpoint edge) {
        MemoryEdge beyond = edge.memoryEdge();
        if (beyond != null) {
            return Optional.of((beyond.passing() + beyond.failing()) / 2.0);
        }
        Long failing = edge.failing();
        return edge.outcome() != Outcome.BROKE || failing == null
                ? Optional.empty()
                : Optional.of((edge.reached() + failing) / 2.0);
    }

    /** Returns how wide the intervals are, and how many of the same edge overlap between the two parts. */
    static Passage repeats(Source source) {
        BreakpointsFile first = EdgeTopics.file(source, Parts.EDGES);
        BreakpointsFile second = EdgeTopics.file(source, Parts.EDGES_RESERVED);
        return Passage.of(
                Statement.of("**Width of the intervals,** between the largest value that always passed and the smallest"
                        + " that always failed: " + widths("memory", memoryWidths(first, second)) + ", "
                        + widths("time", timeWidths(first, second)) + "."),
                overlap(first, second));
    }

    private static String widths(String what, DoubleStream widths) {
        DoubleSummaryStatistics statistics = widths.summaryStatistics();
        return statistics.getCount() == 0
                ? "none for " + what
                : Sentences.percent(statistics.getMin()) + " to " + Sentences.percent(statistics.getMax()) + " for "
                        + what;
    }

    private static DoubleStream memoryWidths(BreakpointsFile... files) {
        return edges(files)
                .filter(edge -> edge.kind() == Kind.MEMORY && edge.outcome() == Outcome.BROKE)
                .flatMapToDouble(EdgeFacts::width);
    }

    private static DoubleStream timeWidths(BreakpointsFile... files) {
        return edges(files).filter(EdgeFacts::endsByTime).flatMapToDouble(EdgeFacts::width);
    }

    private static Stream<Breakpoint> edges(BreakpointsFile... files) {
        return Stream.of(files).flatMap(file -> file.breakpoints().stream());
    }

    private static boolean endsByTime(Breakpoint edge) {
        return edge.outcome() == Outcome.STOPPED_BY_TIME
                || (edge.kind() == Kind.TIME && edge.outcome() == Outcome.BROKE);
    }

    private static DoubleStream width(Breakpoint edge) {
        Long failing = edge.failing();
        return failing == null || edge.reached() == 0
                ? DoubleStream.empty()
                : DoubleStream.of((double) failing / edge.reached() - 1);
    }

    private static Statement overlap(BreakpointsFile first, BreakpointsFile second) {
        List<Boolean> overlaps = first.breakpoints().stream()
                .filter(EdgeFacts::endsByTime)
                .flatMap(edge -> EdgeTopics.find(second, edge.kind(), edge.strategy(), edge.memoryMegabytes())
                        .filter(EdgeFacts::endsByTime)
                        .map(other -> overlap(edge, other))
                        .stream())
                .toList();
        long count = overlaps.stream().filter(Boolean::booleanValue).count();
        return Statement.of("**Repeated:** reserved memory does not affect edges of time. Both runs found "
                + overlaps.size() + " of these; the intervals of " + count + " overlap.");
    }

    private static boolean overlap(Breakpoint one, Breakpoint other) {
        long oneEnd = Objects.requireNonNullElse(one.failing(), Long.MAX_VALUE);
        long otherEnd = Objects.requireNonNullElse(other.failing(), Long.MAX_VALUE);
        return one.reached() <= otherEnd && other.reached() <= oneEnd;
    }

    /** Returns what the memory that is set aside changes for one strategy at every size. */
    static Passage reserved(Source source) {
        List<List<String>> rows = new ArrayList<>();
        for (String part : List.of(Parts.EDGES, Parts.EDGES_RESERVED)) {
            BreakpointsFile file = EdgeTopics.file(source, part);
            for (int size : EdgeTopics.sizes(file)) {
                EdgeTopics.memory(file, StudyData.BASELINE, size)
                        .ifPresent(edge -> rows.add(List.of(
                                size + " MB",
                                String.valueOf(file.endpoint().reservedMegabytes()),
                                Figures.count(edge.reached()),
                                EdgeTopics.end(edge),
                                edge.predicted() == null ? "–" : Figures.count(edge.predicted()))));
            }
        }
        return Passage.of(
                Statement.of("The largest max of `" + StudyData.BASELINE + "`, one" + " loop, from "
                        + source.link(Parts.EDGES) + " and " + source.link(Parts.EDGES_RESERVED) + ":"),
                new Table(List.of("memory", "reserved, MB", "largest max, one loop", "above it", "predicted"), rows));
    }
}
