package io.github.eratosthenes.page;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers the page's question for a result folder, with a sentence for each kind of measurement. Only verdicts say "faster". */
final class Answer {

    private Answer() {}

    /** Returns the sentences; none if the folder has no measured sieve. */
    static List<String> sentences(ResultData data) {
        List<String> sentences = new ArrayList<>();
        data.study()
                .filter(study -> !study.sievings().isEmpty())
                .map(Answer::time)
                .ifPresent(sentences::add);
        data.breakpoints().flatMap(Answer::limits).ifPresent(sentences::add);
        data.load().flatMap(Answer::cost).ifPresent(sentences::add);
        return List.copyOf(sentences);
    }

    private static String time(Study study) {
        View view = study.views().get(0);
        Setting setting = Setting.of(view, study.maximaByWeight(view).get(0));
        List<Sieving> ranking = study.ranking(setting);
        Sieving first = ranking.get(0);
        List<String> asFast = ranking.stream()
                .skip(1)
                .filter(other -> study.compare(other, first).verdict() != Verdict.SLOWER)
                .map(Sieving::strategy)
                .toList();
        String line = "Up to " + Figures.count(first.max()) + ", " + first.strategy() + " takes the least time, "
                + Figures.significant(first.time().estimate()) + " ms"
                + study.cell(StudyData.BASELINE, setting)
                        .filter(baseline -> !baseline.equals(first))
                        .map(baseline -> against(study.compare(first, baseline)))
                        .orElse("");
        return line
                + (asFast.isEmpty()
                        ? ranking.size() > 1 ? "; all others are slower" : ""
                        : "; " + listed(asFast) + (asFast.size() == 1 ? " is" : " are") + " not proven slower")
                + " (" + view + ").";
    }

    private static String against(Compared compared) {
        return ", " + Figures.ratio(compared.ratio().interval()) + " times the time of " + StudyData.BASELINE + " ("
                + compared.verdict().word() + ")";
    }

    /** Returns names as in "a, b and c". */
    static String listed(List<String> names) {
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private static Optional<String> limits(BreakpointsFile file) {
        int smallest = file.breakpoints().stream()
                .mapToInt(Breakpoint::memoryMegabytes)
                .min()
                .orElse(0);
        List<Breakpoint> edges = file.breakpoints().stream()
                .filter(edge -> edge.kind() == Kind.MEMORY && edge.memoryMegabytes() == smallest && edge.reached() > 0)
                .sorted(Comparator.comparingLong(Breakpoint::reached))
                .toList();
        if (edges.isEmpty()) {
            return Optional.empty();
        }
        Breakpoint farthest = edges.get(edges.size() - 1);
        String line = "On a function of " + smallest + " MB, " + farthest.strategy() + " gets farthest, to "
                + Figures.count(farthest.reached());
        return Optional.of(line
                + edges.stream()
                        .filter(edge -> edge.outcome() == Outcome.BROKE)
                        .findFirst()
                        .map(edge -> "; " + edge.strategy() + " is the first to run out of memory, above "
                                + Figures.count(edge.reached()))
                        .orElse("")
                + ".");
    }

    /** Returns the lowest cost, and the number of other costs that their intervals do not prove to be higher. */
    private static Optional<String> cost(LoadFile file) {
        List<Run> runs =
                file.runs().stream().filter(run -> run.failed() < run.calls()).toList();
        return runs.stream()
                .min(Comparator.comparingDouble(
                        (Run run) -> run.dollarsPerMillionCalls().estimate()))
                .map(run -> "A million calls with max " + Figures.count(run.max()) + " and "
                        + Figures.counted(run.loops(), "loop") + " cost least with " + run.strategy() + " at "
                        + run.memoryMegabytes() + " MB: $"
                        + Figures.significant(run.dollarsPerMillionCalls().estimate())
                        + notToldApart(runs, run) + ".");
    }

    private static String notToldApart(List<Run> runs, Run least) {
        long others = runs.stream()
                .filter(run -> !run.equals(least))
                .filter(run -> !isAbove(run.dollarsPerMillionCalls(), least.dollarsPerMillionCalls()))
                .count();
        return others == 0
                ? ""
                : ", which the intervals do not tell apart from " + others + " of the other " + (runs.size() - 1);
    }

    /** Returns whether a cost is proven to be above another. A cost without an interval never is. */
    private static boolean isAbove(Interval cost, Interval other) {
        return cost.low() > other.high();
    }
}
