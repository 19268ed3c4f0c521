package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Computes the notebook's sentences about an endpoint: where each strategy breaks, and what calls cost. */
public final class EndpointFindings {

    private EndpointFindings() {}

    /** Returns where each strategy breaks: the largest max that answers by memory size, and the most loops in time. */
    public static Finding breakpoints(ResultData data) {
        return data.breakpoints()
                .map(EndpointFindings::breakpoints)
                .orElse(Finding.of("This result folder has no breakpoints; ./mvnw -Pbreakpoints makes some."));
    }

    private static Finding breakpoints(BreakpointsFile file) {
        List<Breakpoint> edges = file.breakpoints().stream()
                .filter(edge -> edge.passing() != null)
                .toList();
        List<String> sentences = new ArrayList<>();
        for (int megabytes : edges.stream()
                .map(Breakpoint::memoryMegabytes)
                .distinct()
                .sorted()
                .toList()) {
            String at = "On " + megabytes + " MB, ";
            farthest(edges, Kind.MEMORY, megabytes)
                    .ifPresent(edge -> sentences.add(at + edge.strategy() + " gets farthest, to max "
                            + Figures.count(edge.reached()) + ": " + end(edge) + "."));
            firstOutOfMemory(edges, megabytes)
                    .ifPresent(edge -> sentences.add(at + edge.strategy()
                            + " is the first to run out of memory, above max " + Figures.count(edge.reached()) + "."));
            farthest(edges, Kind.TIME, megabytes)
                    .ifPresent(edge -> sentences.add(at + edge.strategy() + " makes the most loops of max "
                            + count(edge.max()) + " in " + Figures.count(file.timeLimitSeconds()) + " s: "
                            + Figures.count(edge.reached()) + "."));
        }
        return new Finding(
                sentences,
                new Table(
                        List.of("strategy", "memory", "largest max", "what ends it", "memory alone", "predicted"),
                        edges.stream()
                                .filter(edge -> edge.kind() == Kind.MEMORY)
                                .map(EndpointFindings::row)
                                .toList()));
    }

    private static List<String> row(Breakpoint edge) {
        MemoryEdge beyond = edge.memoryEdge();
        return List.of(
                edge.strategy(),
                edge.memoryMegabytes() + " MB",
                Figures.count(edge.reached()),
                end(edge),
                beyond == null ? "-" : Figures.count(beyond.passing()),
                count(edge.predicted()));
    }

    private static Optional<Breakpoint> farthest(List<Breakpoint> edges, Kind kind, int megabytes) {
        return edges.stream()
                .filter(edge -> edge.kind() == kind && edge.memoryMegabytes() == megabytes)
                .max(Comparator.comparingLong(Breakpoint::reached));
    }

    private static Optional<Breakpoint> firstOutOfMemory(List<Breakpoint> edges, int megabytes) {
        return edges.stream()
                .filter(edge -> edge.kind() == Kind.MEMORY && edge.outcome() == Outcome.BROKE)
                .filter(edge -> edge.memoryMegabytes() == megabytes)
                .min(Comparator.comparingLong(Breakpoint::reached));
    }

    private static String end(Breakpoint edge) {
        return switch (edge.outcome()) {
            case BROKE -> "memory runs out";
            case STOPPED_BY_TIME -> "time runs out";
            case STOPPED_BY_HIGHEST_MAX -> "the sieve takes no larger max";
            case STOPPED_BY_BUDGET -> "the search ended";
        };
    }

    private static String count(@Nullable Long value) {
        return value == null ? "-" : Figures.count(value);
    }

    /** Returns which memory size is cheapest for each strategy, and what the dearest costs against it. */
    public static Finding cost(ResultData data) {
        return data.load()
                .map(EndpointFindings::cost)
                .orElse(Finding.of("This result folder has no load; ./mvnw -Pload makes one."));
    }

    private static Finding cost(LoadFile file) {
        Map<String, List<Run>> kinds = new LinkedHashMap<>();
        for (Run run : file.runs()) {
            String kind = run.strategy() + ", max " + Figures.count(run.max()) + ", loops " + run.loops();
            kinds.computeIfAbsent(kind, absent -> new ArrayList<>()).add(run);
        }
        List<List<String>> rows = new ArrayList<>();
        kinds.forEach((kind, runs) -> rows.add(cheapest(kind, runs)));
        long apart = rows.stream().filter(row -> row.get(3).equals("yes")).count();
        return new Finding(
                List.of("Of " + Figures.counted(rows.size(), "kind") + " of calls, " + (apart == 0 ? "none" : apart)
                        + (apart == 1 ? " has" : " have") + " a memory size that is proven to be the cheapest."),
                new Table(
                        List.of(
                                "calls",
                                "cheapest",
                                "a million calls",
                                "proven cheapest",
                                "dearest",
                                "a million calls"),
                        rows));
    }

    private static List<String> cheapest(String kind, List<Run> runs) {
        List<Run> byCost = runs.stream()
                .sorted(Comparator.comparingDouble(
                        run -> run.dollarsPerMillionCalls().estimate()))
                .toList();
        Run first = byCost.get(0);
        Run last = byCost.get(byCost.size() - 1);
        boolean apart = byCost.size() > 1
                && byCost.stream()
                        .skip(1)
                        .allMatch(run -> first.dollarsPerMillionCalls().high()
                                < run.dollarsPerMillionCalls().low());
        return List.of(
                kind,
                first.memoryMegabytes() + " MB",
                dollars(first),
                apart ? "yes" : "no",
                last.memoryMegabytes() + " MB",
                dollars(last));
    }

    private static String dollars(Run run) {
        return "$" + Figures.significant(run.dollarsPerMillionCalls().estimate());
    }
}
