package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.benchmarks.report.Figures;
import io.github.eratosthenes.benchmarks.report.StudyData.Measured;
import io.github.eratosthenes.benchmarks.report.StudyReport;
import io.github.eratosthenes.benchmarks.statistics.Ratio;
import io.github.eratosthenes.benchmarks.statistics.Verdict;
import io.github.eratosthenes.notebooks.Study.Size;
import io.github.eratosthenes.notebooks.Study.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a result folder says, in sentences; each figure in them is computed from the folder. */
public final class Findings {

    private static final double LOOPS_TOLERANCE = 0.05;
    private static final List<String> NO_STUDY = List.of("This result folder has no JMH study.");

    private Findings() {}

    /** Where and when it was measured. */
    public static List<String> circumstances(ResultData data) {
        List<String> lines = new ArrayList<>(List.of(data.name() + ": " + data.machine() + ", " + data.date()));
        data.study()
                .ifPresent(study -> lines.add(study.data().study().roundsDone() + " rounds of "
                        + study.strategies().size() + " strategies on "
                        + String.join(
                                "; ", study.views().stream().map(View::toString).toList())));
        return lines;
    }

    /** The fastest strategy at each max of the first view, and what is proven against the runner-up. */
    public static List<String> fastest(ResultData data) {
        return data.study()
                .map(study -> study.maxima(firstView(study)).stream()
                        .map(max -> fastest(study, new Size(max, 1)))
                        .toList())
                .orElse(NO_STUDY);
    }

    private static View firstView(Study study) {
        return study.views().get(0);
    }

    private static List<Measured> ranking(Study study, Size size) {
        return study.strategies().stream()
                .flatMap(strategy -> study.cell(strategy, size, firstView(study)).stream())
                .sorted(Comparator.comparingDouble(cell -> Study.millis(cell).estimate()))
                .toList();
    }

    private static String fastest(Study study, Size size) {
        List<Measured> ranking = ranking(study, size);
        Measured first = ranking.get(0);
        String line = "max " + Figures.count(size.max()) + ": " + first.cell().strategy() + " takes "
                + Figures.significant(Study.millis(first).estimate()) + " ms";
        if (ranking.size() < 2) {
            return line;
        }
        Measured second = ranking.get(1);
        Ratio ratio = Study.ratio(first.measurement(), second.measurement());
        String against = Verdict.of(ratio, StudyReport.THRESHOLD) == Verdict.FASTER
                ? ", proven faster than "
                : ", not proven faster than ";
        return line + against + second.cell().strategy() + ": ratio " + Figures.ratio(ratio.interval());
    }

    /** What each strategy allocates beyond its prediction at the largest max of the first view. */
    public static List<String> memory(ResultData data) {
        return data.study().map(Findings::memory).orElse(NO_STUDY);
    }

    private static List<String> memory(Study study) {
        List<String> lines = new ArrayList<>();
        for (String strategy : study.strategies()) {
            largest(study, strategy).ifPresent(cell -> {
                Long predicted = cell.cell().predictedBytes();
                double bytes = cell.measurement().bytesPerOperation().orElse(0);
                lines.add(strategy + " allocates " + Figures.count(bytes) + " bytes for max "
                        + Figures.count(
                                cell.cell().max() == null ? 0 : cell.cell().max())
                        + (predicted == null
                                ? "; nothing was predicted"
                                : "; predicted were " + Figures.count(predicted)));
            });
        }
        return lines;
    }

    private static Optional<Measured> largest(Study study, String strategy) {
        View view = firstView(study);
        return study.maxima(view).stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(max -> study.cell(strategy, new Size(max, 1), view).stream())
                .findFirst();
    }

    /** How much longer each strategy takes with C1 alone, on each JDK at its largest max. */
    public static List<String> compilers(ResultData data) {
        return data.study().map(Findings::compilers).orElse(NO_STUDY);
    }

    private static List<String> compilers(Study study) {
        List<String> lines = new ArrayList<>();
        for (View view : study.views()) {
            View both = new View(view.jdk(), "C2");
            if (view.tier().equals("C1") && study.views().contains(both)) {
                long max = study.maxima(view).get(study.maxima(view).size() - 1);
                for (String strategy : study.strategies()) {
                    study.cell(strategy, new Size(max, 1), view)
                            .ifPresent(slow -> study.cell(strategy, new Size(max, 1), both)
                                    .ifPresent(fast ->
                                            lines.add("JDK " + view.jdk() + ", max " + Figures.count(max) + ": "
                                                    + strategy + " with C1 takes "
                                                    + Figures.ratio(Study.ratio(slow.measurement(), fast.measurement())
                                                            .interval())
                                                    + " times its time with C2")));
                }
            }
        }
        return lines.isEmpty() ? List.of("This result folder has no C1 beside C2.") : lines;
    }

    /** Whether time / loops is flat. */
    public static List<String> trust(ResultData data) {
        return data.study().map(Findings::trust).orElse(NO_STUDY);
    }

    private static List<String> trust(Study study) {
        int pairs = 0;
        int off = 0;
        for (View view : study.views()) {
            for (Size size : study.sizes(view)) {
                for (String strategy : study.strategies()) {
                    Optional<Measured> many = study.cell(strategy, size, view);
                    Optional<Measured> one = study.cell(strategy, new Size(size.max(), 1), view);
                    if (size.loops() > 1 && many.isPresent() && one.isPresent()) {
                        Ratio ratio = Study.ratio(
                                many.get().measurement(),
                                size.loops(),
                                one.get().measurement());
                        Verdict verdict = Verdict.of(ratio, LOOPS_TOLERANCE);
                        pairs++;
                        off += verdict.isClaim() ? 1 : 0;
                    }
                }
            }
        }
        return List.of("Of " + pairs + " cells with several loops, " + off
                + " differ from one loop by a proven 5 % or more for each loop.");
    }
}
