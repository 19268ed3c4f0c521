package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.notebooks.StudyFindings;
import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the part "study" says: every strategy on the newest JDK with C2. */
final class StudyTopics {

    /** The one strategy that uses several threads; it is set against the one that it runs on each. */
    static final String PARALLEL = "parallel";

    static final String FAST = "wheel-segment";

    /** The limit of the table in the README: the largest of the quick study. */
    private static final long TABLE_MAX = 10_000_000;

    private static final String BOOLEAN_ARRAY = StudyData.BASELINE;

    private StudyTopics() {}

    /** Returns the machine, the rounds and how wide the intervals are. */
    static Passage machine(Source source) {
        return Passage.of(StudyConditions.statement(source, Parts.STUDY));
    }

    /** Returns which strategy has the shortest time on one thread, and what several threads add. */
    static Passage fastest(Source source) {
        Study study = source.publication().study(Parts.STUDY);
        View view = study.views().get(0);
        return Passage.of(
                lead(study, view),
                Comparison.ofStrategies(study, view, FAST, BOOLEAN_ARRAY)
                        .statement("The fast sieve compared with the textbook's."),
                Comparison.ofStrategies(study, view, PARALLEL, FAST).statement("On all cores."));
    }

    private static Statement lead(Study study, View view) {
        Map<String, List<String>> maximaByLead = new LinkedHashMap<>();
        List<Claim> claims = new ArrayList<>();
        for (long max : study.maxima(view)) {
            List<Sieving> ranking = study.ranking(Setting.of(view, max)).stream()
                    .filter(sieving -> !sieving.strategy().equals(PARALLEL))
                    .toList();
            String lead = ranking.isEmpty() ? "no strategy was measured" : lead(study, ranking);
            maximaByLead.computeIfAbsent(lead, absent -> new ArrayList<>()).add(Powers.text(max));
            claims.add(new Claim("lead on one thread at " + max + ", " + view, lead));
        }
        String text = maximaByLead.entrySet().stream()
                .map(lead -> lead.getKey() + " at " + Sentences.listed(lead.getValue()))
                .collect(Collectors.joining("; "));
        return new Statement("**Of the sieves on one thread,** " + text + ".", claims);
    }

    private static String lead(Study study, List<Sieving> ranking) {
        Sieving first = ranking.get(0);
        List<Sieving> others = ranking.subList(1, ranking.size());
        Map<Sieving, Verdict> verdicts = new LinkedHashMap<>();
        others.forEach(other -> verdicts.put(other, study.compare(other, first).verdict()));
        boolean someUnsteady = verdicts.values().removeIf(verdict -> verdict == Verdict.NOT_STEADY);
        if (someUnsteady && verdicts.isEmpty()) {
            return Comparison.code(first.strategy()) + " has the shortest time, but it was not steady";
        }
        List<String> close = verdicts.entrySet().stream()
                .filter(verdict -> verdict.getValue() != Verdict.SLOWER)
                .map(verdict -> verdict.getKey().strategy())
                .toList();
        return VerdictWords.lead(Comparison.code(first.strategy()), List.copyOf(verdicts.values()))
                + (someUnsteady ? " of the strategies whose time was steady" : "")
                + (close.isEmpty() ? "" : ", with no proven difference from " + Sentences.strategies(close));
    }

    /** Returns the two sieves of Eratosthenes and Atkin that keep all numbers in memory, with a wheel each. */
    static Passage inMemory(Source source) {
        return pairs(source, "In memory.", "atkin", "wheel");
    }

    /** Returns what an eighth of the memory does to the textbook's sieve. */
    static Passage bitset(Source source) {
        return pairs(source, "An eighth of the memory.", "bitset", BOOLEAN_ARRAY);
    }

    /** Returns what crossing each composite off once does. */
    static Passage linear(Source source) {
        return pairs(source, "Each composite once.", "linear", BOOLEAN_ARRAY);
    }

    private static Passage pairs(Source source, String title, String one, String other) {
        Study study = source.publication().study(Parts.STUDY);
        return Passage.of(
                Comparison.ofStrategies(study, study.views().get(0), one, other).statement(title));
    }

    /** Returns what a sieving allocates, beside the prediction. */
    static Passage allocation(Source source) {
        ResultData data = source.publication().part(Parts.STUDY);
        Study study = source.publication().study(Parts.STUDY);
        List<Double> differences = study.sievings().stream()
                .flatMap(StudyTopics::difference)
                .sorted()
                .toList();
        String all = differences.isEmpty()
                ? ""
                : " Over all " + differences.size() + " cells, half differ by at most "
                        + Sentences.percent(differences.get((differences.size() - 1) / 2)) + ".";
        return Passage.of(
                Statement.of("**Allocation.** " + StudyFindings.memory(data).text() + all));
    }

    private static Stream<Double> difference(Sieving sieving) {
        Long predicted = sieving.predictedBytes();
        return predicted == null || sieving.measurement().bytesPerOperation().isEmpty()
                ? Stream.empty()
                : Stream.of(Math.abs(sieving.measurement().bytesPerOperation().getAsDouble()
                                / sieving.setting().size().loops()
                                / predicted
                        - 1));
    }

    /** Returns whether several loops cost as much for each loop as one. */
    static Passage loops(Source source) {
        return Passage.of(Statement.of("**Loops.** "
                + StudyFindings.trust(source.publication().part(Parts.STUDY)).text()));
    }

    /** Returns every strategy's time as a share of the baseline's, by max. */
    static Passage ratios(Source source) {
        Study study = source.publication().study(Parts.STUDY);
        View view = study.views().get(0);
        List<Long> maxima = study.maxima(view);
        List<String> columns = new ArrayList<>(List.of("strategy"));
        maxima.forEach(max -> columns.add("max = " + Powers.text(max)));
        List<List<String>> rows = study.strategies().stream()
                .map(strategy -> row(study, view, strategy, maxima))
                .toList();
        return Passage.of(
                Statement.of("Time of each strategy divided by that of `" + BOOLEAN_ARRAY + "`, with 95 % intervals ("
                        + view + "; " + source.link(Parts.STUDY) + "). Where `" + BOOLEAN_ARRAY
                        + "` was not measured, the table shows times instead. A dash means that the cell was not measured,"
                        + " because it takes too long or exceeds the strategy's limit."),
                new Table(columns, rows));
    }

    private static List<String> row(Study study, View view, String strategy, List<Long> maxima) {
        List<String> row = new ArrayList<>(List.of(Comparison.code(strategy)));
        for (long max : maxima) {
            Setting setting = Setting.of(view, max);
            row.add(study.cell(strategy, setting)
                    .map(cell -> study.cell(BOOLEAN_ARRAY, setting)
                            .filter(baseline -> !baseline.equals(cell))
                            .map(baseline -> Figures.ratio(
                                    study.compare(cell, baseline).ratio().interval()))
                            .orElse(Sentences.millis(cell.time().estimate())))
                    .orElse("–"));
        }
        return row;
    }

    /** Returns the study's table at one max, as the command prints it. */
    static Passage table(Source source) {
        Study study = source.publication().study(Parts.STUDY);
        View view = study.views().get(0);
        List<Long> maxima = study.maxima(view);
        long max = maxima.contains(TABLE_MAX) ? TABLE_MAX : maxima.get(maxima.size() - 1);
        Setting setting = Setting.of(view, max);
        return Passage.of(
                Statement.of("Part of the table of " + source.link(Parts.STUDY) + ", for max = " + Powers.text(max)
                        + " (" + view + "):"),
                new Table(
                        List.of("strategy", "ms for one sieving", "±", "time / time of " + BOOLEAN_ARRAY, "verdict"),
                        study.cells(setting).stream()
                                .map(cell -> cells(study, setting, cell))
                                .toList()));
    }

    private static List<String> cells(Study study, Setting setting, Sieving cell) {
        List<String> row = new ArrayList<>(List.of(
                Comparison.code(cell.strategy()),
                Figures.significant(cell.time().estimate()),
                Figures.plusMinus(cell.time().interval())));
        study.cell(BOOLEAN_ARRAY, setting)
                .filter(baseline -> !baseline.equals(cell))
                .map(baseline -> study.compare(cell, baseline))
                .ifPresentOrElse(
                        compared -> row.addAll(List.of(
                                Figures.ratio(compared.ratio().interval()),
                                compared.verdict().word())),
                        () -> row.addAll(List.of("–", "–")));
        return row;
    }
}
