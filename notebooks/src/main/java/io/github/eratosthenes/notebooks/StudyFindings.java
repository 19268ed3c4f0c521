package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.page.data.Study.PerLoop;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.page.data.Yardstick.Beside;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes the notebook's sentences about a study; a strategy is called faster only if its verdict is. */
public final class StudyFindings {

    private static final Finding NO_STUDY = Finding.of("This result folder has no JMH study.");

    private StudyFindings() {}

    private static Finding of(ResultData data, Function<Study, Finding> finding) {
        return of(data.study(), finding);
    }

    private static Finding of(Optional<Study> study, Function<Study, Finding> finding) {
        return study.map(finding).orElse(NO_STUDY);
    }

    /** Returns where and when the folder was measured. */
    public static Finding circumstances(ResultData data) {
        List<String> sentences = new ArrayList<>(
                List.of("Result folder " + data.name() + ": " + data.machine() + ", " + data.date() + "."));
        data.study()
                .ifPresent(study -> sentences.add(Figures.counted(study.rounds(), "round") + " of "
                        + study.strategies().size() + " strategies on "
                        + study.views().stream().map(View::toString).collect(Collectors.joining("; ")) + "."));
        return new Finding(sentences, new Table(List.of(), List.of()));
    }

    /** Returns the strategy with the least time at each max of the first view, and what is proven against the next. */
    public static Finding fastest(ResultData data) {
        return of(data, study -> {
            View view = study.views().get(0);
            List<List<String>> rows = study.maxima(view).stream()
                    .map(max -> fastest(study, Setting.of(view, max)))
                    .toList();
            String leaders = counts(rows.stream().map(row -> row.get(1)).toList()).entrySet().stream()
                    .map(leader -> leader.getKey() + " takes the least time at " + leader.getValue())
                    .collect(Collectors.joining(", "));
            long proven = rows.stream()
                    .filter(row -> row.get(5).equals(Verdict.FASTER.word()))
                    .count();
            return new Finding(
                    List.of(
                            "Of " + Figures.counted(rows.size(), "size") + ", " + leaders + ".",
                            "Against the next best, the lead is proven at " + proven + " of them. (" + view + ")"),
                    new Table(List.of("max", "least time", "ms", "next best", "ratio of the two", "verdict"), rows));
        });
    }

    private static Map<String, Integer> counts(List<String> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        return counts;
    }

    private static List<String> fastest(Study study, Setting setting) {
        List<Sieving> ranking = study.ranking(setting);
        Sieving first = ranking.get(0);
        List<String> row = new ArrayList<>(List.of(
                Figures.count(first.max()),
                first.strategy(),
                Figures.significant(first.time().estimate())));
        if (ranking.size() < 2) {
            row.addAll(List.of("-", "-", "-"));
        } else {
            Compared compared = study.compare(first, ranking.get(1));
            row.addAll(List.of(
                    ranking.get(1).strategy(),
                    Figures.ratio(compared.ratio().interval()),
                    compared.verdict().word()));
        }
        return row;
    }

    /** Returns how the fast sieves do beside the native library primesieve. */
    public static Finding primesieve(ResultData data) {
        return data.yardstick()
                .map(yardstick -> {
                    List<Beside> all = yardstick.besides();
                    String verdicts =
                            counts(all.stream()
                                            .map(beside -> beside.verdict().word())
                                            .toList())
                                    .entrySet()
                                    .stream()
                                    .map(verdict -> verdict.getValue() + " " + verdict.getKey())
                                    .collect(Collectors.joining(", "));
                    return new Finding(
                            List.of("Beside primesieve on as many threads, of " + Figures.counted(all.size(), "range")
                                    + ": " + verdicts + "."),
                            new Table(
                                    List.of("sieve", "range", "time / time of primesieve", "verdict"),
                                    all.stream().map(StudyFindings::beside).toList()));
                })
                .orElse(Finding.of("This result folder has no yardstick."));
    }

    private static List<String> beside(Beside beside) {
        return List.of(
                beside.sieve(),
                beside.words(),
                Figures.ratio(beside.ratio().interval()),
                beside.verdict().word());
    }

    /** Returns what each strategy allocates, beside its prediction, at its most telling max of the first view. */
    public static Finding memory(ResultData data) {
        return of(data, study -> {
            List<Sieving> cells = study.strategies().stream()
                    .flatMap(strategy -> mostTelling(study, strategy).stream())
                    .toList();
            OptionalDouble worst = cells.stream()
                    .filter(cell -> cell.predictedBytes() != null && bytes(cell).isPresent())
                    .mapToDouble(cell -> Math.abs(bytes(cell).getAsDouble() / cell.predictedBytes() - 1))
                    .max();
            return new Finding(
                    List.of(
                            worst.isPresent()
                                    ? "The bytes that a strategy allocates at the max of this table differ from the prediction by at most "
                                            + Figures.percent(worst.getAsDouble()) + "."
                                    : "No allocation was recorded."),
                    new Table(
                            List.of("strategy", "max", "bytes allocated", "bytes predicted"),
                            cells.stream().map(StudyFindings::memory).toList()));
        });
    }

    private static OptionalDouble bytes(Sieving cell) {
        return cell.measurement().bytesPerOperation();
    }

    private static List<String> memory(Sieving cell) {
        Long predicted = cell.predictedBytes();
        return List.of(
                cell.strategy(),
                Figures.count(cell.max()),
                bytes(cell).isPresent() ? Figures.count(bytes(cell).getAsDouble()) : "-",
                predicted == null ? "-" : Figures.count(predicted));
    }

    private static Optional<Sieving> mostTelling(Study study, String strategy) {
        View view = study.views().get(0);
        return study.maximaByWeight(view).stream()
                .flatMap(max -> study.cell(strategy, Setting.of(view, max)).stream())
                .findFirst();
    }

    /** Returns how much longer each strategy takes with C1 alone, on each JDK at its most telling max. */
    public static Finding compilers(ResultData data) {
        return of(data.variants().or(data::study), study -> {
            List<List<String>> rows = study.views().stream()
                    .filter(view -> view.tier().equals("C1"))
                    .flatMap(view -> compilers(study, view).stream())
                    .toList();
            long slower = rows.stream()
                    .filter(row -> row.get(4).equals(Verdict.SLOWER.word()))
                    .count();
            return rows.isEmpty()
                    ? Finding.of("This result folder has no C1 beside C2.")
                    : new Finding(
                            List.of("With C1 alone, " + slower + " of " + Figures.counted(rows.size(), "cell")
                                    + " are slower than with C2."),
                            new Table(List.of("JDK", "max", "strategy", "time with C1 / with C2", "verdict"), rows));
        });
    }

    private static List<List<String>> compilers(Study study, View view) {
        View both = new View(view.jdk(), "C2");
        if (!study.views().contains(both)) {
            return List.of();
        }
        long max = study.maximaByWeight(view).get(0);
        return study.cells(Setting.of(view, max)).stream()
                .flatMap(slow -> study.cell(slow.strategy(), Setting.of(both, max)).stream()
                        .map(fast -> compilers(slow, study.compare(slow, fast))))
                .toList();
    }

    private static List<String> compilers(Sieving slow, Compared compared) {
        return List.of(
                slow.setting().view().jdk(),
                Figures.count(slow.max()),
                slow.strategy(),
                Figures.ratio(compared.ratio().interval()),
                compared.verdict().word());
    }

    /** Returns whether time / loops is flat. */
    public static Finding trust(ResultData data) {
        return of(data, study -> {
            List<PerLoop> ratios = study.views().stream()
                    .flatMap(view -> study.perLoop(view).stream())
                    .toList();
            long off = ratios.stream()
                    .filter(loop -> Verdict.of(loop.ratio(), Verdict.TOLERANCE).isClaim())
                    .count();
            long flat = ratios.stream()
                    .filter(loop -> Verdict.of(loop.ratio(), Verdict.TOLERANCE) == Verdict.SAME)
                    .count();
            String tolerance = Figures.percent(Verdict.TOLERANCE);
            return Finding.of("The time for each loop was compared with the time of one loop. Of "
                    + Figures.counted(ratios.size(), "cell") + " with several loops, " + flat
                    + (flat == 1 ? " is" : " are") + " proven to be within " + tolerance + ", " + off
                    + " to be off by more, and " + (ratios.size() - flat - off)
                    + (ratios.size() - flat - off == 1 ? " is" : " are")
                    + " undecided.");
        });
    }
}
