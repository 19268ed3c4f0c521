package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tables of the parts "breakpoints" and "breakpoints-reserved": where each strategy breaks by memory and by time. */
final class EdgeTopics {

    private static final String NONE = "–";

    private EdgeTopics() {}

    /** Returns a part's breakpoints. */
    static BreakpointsFile file(Source source, String part) {
        return source.publication()
                .part(part)
                .breakpoints()
                .filter(file -> !file.breakpoints().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the part " + part + " of " + source.publication().name() + " has no breakpoints"));
    }

    /** Returns the memory sizes, ascending. */
    static List<Integer> sizes(BreakpointsFile file) {
        return file.breakpoints().stream()
                .map(Breakpoint::memoryMegabytes)
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the strategies in the file's order. */
    static List<String> strategies(BreakpointsFile file) {
        return file.breakpoints().stream().map(Breakpoint::strategy).distinct().toList();
    }

    /** Returns the edge of the largest max of a strategy. */
    static Optional<Breakpoint> memory(BreakpointsFile file, String strategy, int megabytes) {
        return find(file, Kind.MEMORY, strategy, megabytes);
    }

    /** Returns the edge of a kind. */
    static Optional<Breakpoint> find(BreakpointsFile file, Kind kind, String strategy, int megabytes) {
        return file.breakpoints().stream()
                .filter(edge -> edge.kind() == kind
                        && edge.memoryMegabytes() == megabytes
                        && edge.strategy().equals(strategy))
                .findFirst();
    }

    /** Returns what happens above an edge. */
    static String end(Breakpoint edge) {
        String verdict = edge.verdict() == null ? "" : " (`" + edge.verdict() + "`)";
        return switch (edge.outcome()) {
            case BROKE -> (edge.kind() == Kind.MEMORY ? "memory runs out" : "time runs out") + verdict;
            case STOPPED_BY_TIME -> "time runs out" + verdict;
            case STOPPED_BY_HIGHEST_MAX -> "the strategy accepts no larger max";
            case STOPPED_BY_BUDGET -> "the search was ended early";
        };
    }

    /** Returns the claim how an edge ends. */
    static Claim claim(Breakpoint edge, String part) {
        return new Claim(
                edge.strategy() + " at " + edge.memoryMegabytes() + " MB, " + edge.kind() + ", " + part,
                String.valueOf(edge.outcome()));
    }

    /** Returns what was called, in words. */
    static String endpoint(BreakpointsFile file) {
        Endpoint endpoint = file.endpoint();
        return endpoint.label() + (endpoint.local() ? ", " + endpoint.reservedMegabytes() + " MB reserved" : "");
    }

    private static String circumstances(Source source, String part) {
        BreakpointsFile file = file(source, part);
        return source.link(part) + ": " + endpoint(file) + "; "
                + Publication.machine(source.publication().part(part))
                + "; " + source.publication().part(part).date() + ", " + file.calls() + " calls in "
                + Durations.text(Duration.ofSeconds(file.seconds())) + ".";
    }

    /** Returns the edges of the smallest function in full, with nothing reserved. */
    static Passage smallest(Source source) {
        return smallest(source, Parts.EDGES);
    }

    /** Returns the edges of the smallest function in full, with the default reserved. */
    static Passage smallestReserved(Source source) {
        return smallest(source, Parts.EDGES_RESERVED);
    }

    private static Passage smallest(Source source, String part) {
        BreakpointsFile file = file(source, part);
        int size = sizes(file).get(0);
        boolean hasTime = file.breakpoints().stream().anyMatch(edge -> edge.kind() == Kind.TIME);
        List<String> columns =
                new ArrayList<>(List.of("strategy", "largest max, one loop", "above it", "memory runs out at max"));
        if (hasTime) {
            columns.add("most loops of " + loopsMax(file) + " in " + Figures.count(file.timeLimitSeconds()) + " s");
        }
        List<List<String>> rows = new ArrayList<>();
        for (String strategy : strategies(file)) {
            Optional<Breakpoint> memory = memory(file, strategy, size);
            List<String> row = new ArrayList<>(List.of(
                    Comparison.code(strategy),
                    text(memory, EdgeTopics::span),
                    text(memory, EdgeTopics::end),
                    text(memory, EdgeTopics::memoryOnly)));
            if (hasTime) {
                row.add(text(find(file, Kind.TIME, strategy, size), EdgeTopics::span));
            }
            rows.add(row);
        }
        return Passage.of(
                Statement.of("At " + size + " MB, from " + circumstances(source, part)), new Table(columns, rows));
    }

    private static String loopsMax(BreakpointsFile file) {
        return file.breakpoints().stream()
                .filter(edge -> edge.kind() == Kind.TIME)
                .map(Breakpoint::max)
                .filter(max -> max != null)
                .findFirst()
                .map(Powers::text)
                .orElse("max");
    }

    private static String text(Optional<Breakpoint> edge, Function<Breakpoint, String> text) {
        return edge.map(text).orElse(NONE);
    }

    private static String span(Breakpoint edge) {
        return span(edge.passing(), edge.failing());
    }

    private static String span(@Nullable Long passing, @Nullable Long failing) {
        if (passing == null) {
            return failing == null ? NONE : "below " + Figures.count(failing);
        }
        return Figures.count(passing) + (failing == null ? " at least" : " to " + Figures.count(failing));
    }

    /** Returns where memory runs out, whether or not time does before. */
    private static String memoryOnly(Breakpoint edge) {
        MemoryEdge beyond = edge.memoryEdge();
        if (edge.outcome() == Outcome.BROKE) {
            return span(edge);
        }
        return beyond == null ? "not found" : span(beyond.passing(), beyond.failing());
    }

    /** Returns the edges of memory at all sizes, with nothing reserved and with the default. */
    static Passage memorySizes(Source source) {
        return memorySizes(source, Parts.EDGES).then(memorySizes(source, Parts.EDGES_RESERVED));
    }

    private static Passage memorySizes(Source source, String part) {
        return bySize(
                source,
                part,
                "Where memory runs out, in millions of max, with "
                        + file(source, part).endpoint().reservedMegabytes() + " MB reserved",
                (file, strategy, size) -> text(memory(file, strategy, size), EdgeTopics::memoryMillions));
    }

    /** Returns the largest max in time and the most loops at all sizes, with the default reserved. */
    static Passage timeSizes(Source source) {
        return bySize(
                        source,
                        Parts.EDGES_RESERVED,
                        "The largest max that one loop is answered for, in millions",
                        (file, strategy, size) -> text(memory(file, strategy, size), EdgeTopics::millions))
                .then(bySize(
                        source,
                        Parts.EDGES_RESERVED,
                        "The most loops that are answered in time",
                        (file, strategy, size) -> text(find(file, Kind.TIME, strategy, size), EdgeTopics::span)));
    }

    /** Returns the text of a cell. */
    private interface CellText {
        String of(BreakpointsFile file, String strategy, int size);
    }

    private static Passage bySize(Source source, String part, String title, CellText text) {
        BreakpointsFile file = file(source, part);
        List<Integer> sizes = sizes(file);
        List<String> columns = new ArrayList<>(List.of(title));
        sizes.forEach(size -> columns.add(size + " MB"));
        List<List<String>> rows = new ArrayList<>();
        for (String strategy : strategies(file)) {
            List<String> row = new ArrayList<>(List.of(Comparison.code(strategy)));
            sizes.forEach(size -> row.add(text.of(file, strategy, size)));
            rows.add(row);
        }
        return Passage.of(Statement.of(circumstances(source, part)), new Table(columns, rows));
    }

    private static String memoryMillions(Breakpoint edge) {
        MemoryEdge beyond = edge.memoryEdge();
        if (edge.outcome() == Outcome.BROKE) {
            return millions(edge.passing(), edge.failing());
        }
        return beyond == null ? "not found" : millions(beyond.passing(), beyond.failing());
    }

    private static String millions(Breakpoint edge) {
        return millions(edge.passing(), edge.failing()) + (edge.outcome() == Outcome.BROKE ? ", memory" : "");
    }

    private static String millions(@Nullable Long passing, @Nullable Long failing) {
        return (passing == null ? "0" : million(passing)) + (failing == null ? " at least" : " to " + million(failing));
    }

    private static String million(long value) {
        return String.format(Locale.ROOT, "%,.1f", value / 1e6);
    }
}
