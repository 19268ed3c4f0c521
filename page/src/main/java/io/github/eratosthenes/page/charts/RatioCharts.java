package io.github.eratosthenes.page.charts;

import static io.github.eratosthenes.results.files.StudyData.BASELINE;

import io.github.eratosthenes.page.charts.Forest.Row;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.PerLoop;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.page.data.Yardstick;
import io.github.eratosthenes.page.data.Yardstick.Beside;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.statistics.Ratio;
import io.github.eratosthenes.results.statistics.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Charts of ratios: a row for each strategy, and a line at 1. */
final class RatioCharts {

    private static final double NO_BAND = 0;

    private static final String YARDSTICK_COMMAND = "./mvnw -Pjmh -Djmh.study=yardstick";

    /** Each strategy against the baseline. */
    static final ChartDefinition RATIO = ChartDefinition.ofStudy(
            "ratio",
            "Time against " + BASELINE,
            "Left of 1 is faster than " + BASELINE + ", right of 1 is slower.",
            study -> study.settings().stream()
                    .filter(setting -> study.cell(BASELINE, setting).isPresent())
                    .map(setting -> new Forest(
                            study.strategies(),
                            Scope.of(study, setting),
                            Axis.doublings("time / time of " + BASELINE),
                            NO_BAND,
                            againstBaseline(study, setting)))
                    .map(forest -> forest.sorted().drawing())
                    .toList());

    /** Each strategy against primesieve, which is measured in a study of its own: the interval lets both sides vary. */
    static final ChartDefinition PRIMESIEVE =
            ChartDefinition.of(
                    "primesieve",
                    "Time against primesieve, the native yardstick",
                    "Left of 1 is faster than primesieve on one thread, right of 1 is slower.",
                    Part.STUDY,
                    "./mvnw -Ppublication",
                    data -> data.study().stream()
                            .flatMap(study -> study.settings().stream()
                                    .flatMap(setting -> data
                                            .yardstick()
                                            .flatMap(yardstick -> againstPrimesieve(study, setting, yardstick))
                                            .stream()))
                            .map(forest -> forest.sorted().drawing())
                            .toList());

    /** The fast sieves against primesieve for each range, on one thread and on all processors, measured in the same rounds. */
    static final ChartDefinition RANGES = ChartDefinition.of(
            "ranges",
            "Counting a range against primesieve",
            "Left of 1 is faster than primesieve with as many threads: wheel-segment uses one, parallel uses all processors.",
            Part.YARDSTICK,
            YARDSTICK_COMMAND,
            data -> data.yardstick().stream()
                    .filter(yardstick -> !yardstick.besides().isEmpty())
                    .map(yardstick -> new Forest(
                            yardstick.besides().stream()
                                    .map(Beside::sieve)
                                    .distinct()
                                    .toList(),
                            new Scope(Map.of(), yardstick.rounds() + " rounds, 95 % Welch intervals"),
                            Axis.linear("time / time of primesieve"),
                            NO_BAND,
                            yardstick.besides().stream().map(RatioCharts::row).toList()))
                    .map(Forest::drawing)
                    .toList());

    /** The cost of C1 alone, as on Lambda, against both compilers. */
    static final ChartDefinition COMPILERS = ChartDefinition.ofStudy(
            "compilers",
            "C1 alone, as on Lambda, against C2",
            "Right of 1 is slower with C1 alone.",
            study -> study.views().stream()
                    .filter(view -> view.tier().equals("C1"))
                    .flatMap(view -> againstOther(
                            study,
                            view,
                            new View(view.jdk(), "C2"),
                            Axis.linear("time with C1 alone / time with C2"),
                            Scope.ofJdk(study, view.jdk())))
                    .toList());

    /** The newest JDK against the oldest. */
    static final ChartDefinition JDKS = ChartDefinition.ofStudy(
            "jdks",
            "The newest JDK against the oldest",
            "Left of 1 is faster on the newer JDK.",
            study -> study.views().stream()
                    .filter(view ->
                            view.jdk().equals(newest(study)) && !view.jdk().equals(oldest(study)))
                    .flatMap(view -> againstOther(
                            study,
                            view,
                            new View(oldest(study), view.tier()),
                            Axis.linear("time on JDK " + view.jdk() + " / time on JDK " + oldest(study)),
                            Scope.ofTier(study, view.tier())))
                    .toList());

    /** Whether the time is proportional to the loops: a compiler that merged the loops of an operation would show here. */
    static final ChartDefinition LOOPS = ChartDefinition.ofStudy(
            "loops",
            "Does a loop cost the same when there are more of them?",
            "At 1, a loop costs as much as a single one; the band is ±5 %. Left of the band, the compiler merged loops.",
            study -> study.views().stream()
                    .filter(view -> !study.perLoop(view).isEmpty())
                    .map(view -> loops(study, view).drawing())
                    .toList());

    private RatioCharts() {}

    private static List<Row> againstBaseline(Study study, Setting setting) {
        return study.cells(setting).stream()
                .filter(sieving -> !sieving.strategy().equals(BASELINE))
                .flatMap(sieving ->
                        study.cell(BASELINE, setting).map(baseline -> row(study, sieving, baseline)).stream())
                .toList();
    }

    private static Row row(Study study, Sieving candidate, Sieving baseline) {
        return Row.of(candidate.strategy(), study.compare(candidate, baseline));
    }

    private static Optional<Forest> againstPrimesieve(Study study, Setting setting, Yardstick yardstick) {
        String apart = "; primesieve in a study of its own, " + yardstick.rounds() + " rounds";
        return yardstick
                .upTo(setting.size().max())
                .map(primesieve -> new Forest(
                        study.strategies(),
                        Scope.of(study, setting).with(apart),
                        Axis.doublings("time / time of primesieve"),
                        NO_BAND,
                        study.cells(setting).stream()
                                .map(sieving -> Row.of(sieving.strategy(), study.compare(sieving, primesieve)))
                                .toList()));
    }

    private static Row row(Beside beside) {
        return new Row(beside.sieve(), beside.sieve() + ", " + beside.words(), beside.ratio(), beside.verdict());
    }

    /** Returns each strategy's time in one view against its own in another, one chart for each max. */
    private static Stream<Drawing> againstOther(Study study, View candidate, View baseline, Axis x, Scope shared) {
        return study.maximaByWeight(candidate).stream()
                .map(max -> new Forest(
                        study.strategies(),
                        shared.at(max),
                        x,
                        Verdict.THRESHOLD,
                        againstOther(study, Setting.of(candidate, max), Setting.of(baseline, max))))
                .filter(forest -> !forest.rows().isEmpty())
                .map(forest -> forest.sorted().drawing());
    }

    private static List<Row> againstOther(Study study, Setting candidate, Setting baseline) {
        return study.cells(candidate).stream()
                .flatMap(sieving ->
                        study.cell(sieving.strategy(), baseline).map(other -> row(study, sieving, other)).stream())
                .toList();
    }

    /** Returns the newest JDK, whose views come first. */
    private static String newest(Study study) {
        return study.views().get(0).jdk();
    }

    private static String oldest(Study study) {
        List<View> views = study.views();
        return views.get(views.size() - 1).jdk();
    }

    private static Forest loops(Study study, View view) {
        List<PerLoop> all = study.perLoop(view);
        List<Row> rows = study.strategies().stream()
                .flatMap(strategy -> ofStrategy(all, strategy).stream())
                .toList();
        return new Forest(
                study.strategies(),
                Scope.of(study, view).with(", mean of " + sizes(all)),
                Axis.linear("time / loops, against the time of one loop")
                        .within(Axis.Range.around1(
                                rows.stream().map(row -> row.ratio().interval()).toList())),
                Verdict.TOLERANCE,
                rows);
    }

    /** Returns the mean over all sizes, since each alone has a wide interval. */
    private static Optional<Row> ofStrategy(List<PerLoop> all, String strategy) {
        List<Ratio> ratios = all.stream()
                .filter(loop -> loop.strategy().equals(strategy))
                .map(PerLoop::ratio)
                .toList();
        return ratios.isEmpty()
                ? Optional.empty()
                : Optional.of(Ratio.mean(ratios, Interval.CONFIDENCE))
                        .map(mean -> new Row(strategy, strategy, mean, Verdict.of(mean, Verdict.TOLERANCE)));
    }

    private static String sizes(List<PerLoop> all) {
        return all.stream()
                .map(loop -> Text.count(loop.size().max()) + " × " + loop.size().loops())
                .distinct()
                .collect(Collectors.joining(" and "));
    }
}
