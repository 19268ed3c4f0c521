package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.PerLoop;
import io.github.eratosthenes.notebooks.data.Study.Setting;
import io.github.eratosthenes.notebooks.data.Study.Sieving;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.notebooks.data.Yardstick.Beside;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.MemoryEdge;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a result folder says, in sentences; each figure in them is computed from the folder. */
public final class Findings {

    private static final List<String> NO_STUDY = List.of("This result folder has no JMH study.");

    private Findings() {}

    /** Where and when it was measured. */
    public static List<String> circumstances(ResultData data) {
        List<String> lines = new ArrayList<>(List.of(data.name() + ": " + data.machine() + ", " + data.date()));
        data.study()
                .ifPresent(study -> lines.add(study.rounds() + " rounds of "
                        + study.strategies().size() + " strategies on "
                        + String.join(
                                "; ", study.views().stream().map(View::toString).toList())));
        return lines;
    }

    /** The fastest strategy at each max of the first view, and what is proven against the runner-up. */
    public static List<String> fastest(ResultData data) {
        return data.study()
                .map(study -> study.maxima(firstView(study)).stream()
                        .map(max -> fastest(study, Setting.of(firstView(study), max)))
                        .toList())
                .orElse(NO_STUDY);
    }

    private static View firstView(Study study) {
        return study.views().get(0);
    }

    private static String fastest(Study study, Setting setting) {
        List<Sieving> ranking = study.cells(setting).stream()
                .sorted(Comparator.comparingDouble(
                        sieving -> sieving.measurement().time().estimate()))
                .toList();
        Sieving first = ranking.get(0);
        String line = "max " + Figures.count(first.max()) + ": " + first.strategy() + " takes "
                + Figures.significant(first.measurement().time().estimate()) + " ms";
        if (ranking.size() < 2) {
            return line;
        }
        Sieving second = ranking.get(1);
        Ratio ratio = first.measurement().independentRatio(second.measurement());
        String against = Verdict.of(ratio, Verdict.THRESHOLD) == Verdict.FASTER
                ? ", proven faster than "
                : ", not proven faster than ";
        return line + against + second.strategy() + ": ratio " + Figures.ratio(ratio.interval());
    }

    /** How the fast sieves do beside the native library primesieve. */
    public static List<String> primesieve(ResultData data) {
        return data.yardstick()
                .map(yardstick ->
                        yardstick.besides().stream().map(Findings::beside).toList())
                .orElse(List.of("This result folder has no yardstick."));
    }

    private static String beside(Beside beside) {
        return beside.words() + ": " + beside.sieve() + " takes "
                + Figures.ratio(beside.ratio().interval()) + " times the time of primesieve on as many threads, "
                + Verdict.of(beside.ratio(), Verdict.THRESHOLD).word();
    }

    /** What each strategy allocates, beside its prediction, at the most telling max of the first view that it was measured at. */
    public static List<String> memory(ResultData data) {
        return data.study().map(Findings::memory).orElse(NO_STUDY);
    }

    private static List<String> memory(Study study) {
        return study.strategies().stream()
                .flatMap(strategy -> mostTelling(study, strategy).stream())
                .map(Findings::memory)
                .toList();
    }

    private static String memory(Sieving sieving) {
        Long predicted = sieving.predictedBytes();
        double bytes = sieving.measurement().bytesPerOperation().orElse(0);
        return sieving.strategy() + " allocates " + Figures.count(bytes) + " bytes for max "
                + Figures.count(sieving.max())
                + (predicted == null ? "; nothing was predicted" : "; predicted were " + Figures.count(predicted));
    }

    private static Optional<Sieving> mostTelling(Study study, String strategy) {
        View view = firstView(study);
        return study.maximaByWeight(view).stream()
                .flatMap(max -> study.cell(strategy, Setting.of(view, max)).stream())
                .findFirst();
    }

    /** How much longer each strategy takes with C1 alone, on each JDK at its most telling max. */
    public static List<String> compilers(ResultData data) {
        return data.study().map(Findings::compilers).orElse(NO_STUDY);
    }

    private static List<String> compilers(Study study) {
        List<String> lines = new ArrayList<>();
        for (View view : study.views()) {
            View both = new View(view.jdk(), "C2");
            if (view.tier().equals("C1") && study.views().contains(both)) {
                long max = study.maximaByWeight(view).get(0);
                for (Sieving slow : study.cells(Setting.of(view, max))) {
                    study.cell(slow.strategy(), Setting.of(both, max))
                            .ifPresent(fast -> lines.add(compilers(slow, fast)));
                }
            }
        }
        return lines.isEmpty() ? List.of("This result folder has no C1 beside C2.") : lines;
    }

    private static String compilers(Sieving slow, Sieving fast) {
        Ratio ratio = slow.measurement().independentRatio(fast.measurement());
        return "JDK " + slow.setting().view().jdk() + ", max " + Figures.count(slow.max()) + ": " + slow.strategy()
                + " with C1 takes " + Figures.ratio(ratio.interval()) + " times its time with C2";
    }

    /** Where each strategy breaks: the largest max that answers by memory size, and the most loops before time runs out. */
    public static List<String> breakpoints(ResultData data) {
        return data.breakpoints()
                .map(Findings::breakpoints)
                .orElse(List.of("This result folder has no breakpoints; ./mvnw -Pbreakpoints makes some."));
    }

    private static List<String> breakpoints(BreakpointsFile file) {
        List<String> lines = new ArrayList<>();
        List<Breakpoint> edges = file.breakpoints().stream()
                .filter(edge -> edge.passing() != null)
                .toList();
        for (int megabytes : edges.stream()
                .map(Breakpoint::memoryMegabytes)
                .distinct()
                .sorted()
                .toList()) {
            farthest(edges, Kind.MEMORY, megabytes)
                    .ifPresent(edge -> lines.add(megabytes + " MB: " + edge.strategy() + " gets farthest, to max "
                            + passing(edge) + " (" + end(edge) + ")"));
            least(edges, megabytes)
                    .ifPresent(edge -> lines.add(megabytes + " MB: memory breaks first for " + edge.strategy()
                            + ", above max " + passing(edge) + " (" + edge.verdict() + predicted(edge) + ")"));
            farthest(edges, Kind.TIME, megabytes)
                    .ifPresent(edge -> lines.add(megabytes + " MB: " + edge.strategy() + " makes most loops of max "
                            + Figures.count(edge.max() == null ? 0 : edge.max()) + " in "
                            + Figures.significant(file.timeLimitSeconds()) + " s: " + passing(edge)));
        }
        return lines;
    }

    private static Optional<Breakpoint> farthest(List<Breakpoint> edges, Kind kind, int megabytes) {
        return edges.stream()
                .filter(edge -> edge.kind() == kind && edge.memoryMegabytes() == megabytes)
                .max(Comparator.comparingLong(Breakpoint::reached));
    }

    private static Optional<Breakpoint> least(List<Breakpoint> edges, int megabytes) {
        return edges.stream()
                .filter(edge -> edge.kind() == Kind.MEMORY && edge.outcome() == Outcome.BROKE)
                .filter(edge -> edge.memoryMegabytes() == megabytes)
                .min(Comparator.comparingLong(Breakpoint::reached));
    }

    private static String passing(Breakpoint edge) {
        return Figures.count(edge.reached());
    }

    private static String end(Breakpoint edge) {
        return switch (edge.outcome()) {
            case BROKE -> "memory breaks beyond";
            case STOPPED_BY_TIME -> "time runs out before memory does" + beyond(edge);
            case STOPPED_BY_HIGHEST_MAX -> "the sieve's own limit";
            case STOPPED_BY_BUDGET -> "the search ended there";
        };
    }

    private static String beyond(Breakpoint edge) {
        MemoryEdge beyond = edge.memoryEdge();
        return beyond == null ? "" : ", which would break above " + Figures.count(beyond.passing());
    }

    private static String predicted(Breakpoint edge) {
        Long predicted = edge.predicted();
        return predicted == null ? "" : "; predicted was " + Figures.count(predicted);
    }

    /** Which memory size is cheapest for each strategy, and what the dearest costs against it. */
    public static List<String> cost(ResultData data) {
        return data.load()
                .map(Findings::cost)
                .orElse(List.of("This result folder has no load; ./mvnw -Pload makes one."));
    }

    private static List<String> cost(LoadFile file) {
        Map<String, List<Run>> kinds = new LinkedHashMap<>();
        for (Run run : file.runs()) {
            String kind = run.strategy() + ", max " + Figures.count(run.max()) + ", loops " + run.loops();
            kinds.computeIfAbsent(kind, absent -> new ArrayList<>()).add(run);
        }
        return kinds.entrySet().stream()
                .map(kind -> kind.getKey() + ": " + cheapest(kind.getValue()))
                .toList();
    }

    private static String cheapest(List<Run> runs) {
        List<Run> byCost = runs.stream()
                .sorted(Comparator.comparingDouble(
                        run -> run.dollarsPerMillionCalls().estimate()))
                .toList();
        Run first = byCost.get(0);
        Run last = byCost.get(byCost.size() - 1);
        String line = "a million calls cost least at " + first.memoryMegabytes() + " MB, $"
                + Figures.significant(first.dollarsPerMillionCalls().estimate());
        if (byCost.size() < 2) {
            return line;
        }
        Run second = byCost.get(1);
        boolean proven = first.dollarsPerMillionCalls().high()
                < second.dollarsPerMillionCalls().low();
        return line + (proven ? "" : " (not apart from " + second.memoryMegabytes() + " MB)") + "; most at "
                + last.memoryMegabytes() + " MB, $"
                + Figures.significant(last.dollarsPerMillionCalls().estimate());
    }

    /** Whether time / loops is flat. */
    public static List<String> trust(ResultData data) {
        return data.study().map(Findings::trust).orElse(NO_STUDY);
    }

    private static List<String> trust(Study study) {
        List<PerLoop> ratios = study.views().stream()
                .flatMap(view -> study.perLoop(view).stream())
                .toList();
        long off = ratios.stream()
                .filter(loop -> Verdict.of(loop.ratio(), Verdict.TOLERANCE).isClaim())
                .count();
        return List.of("Of " + ratios.size() + " cells with several loops, " + off
                + " differ from one loop by a proven 5 % or more for each loop.");
    }
}
