package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the part "variants" says: the same strategies on two JDKs and with two compilers, in the same rounds. */
final class VariantTopics {

    private static final String C1 = "C1";
    private static final String C2 = "C2";

    private VariantTopics() {}

    /** Returns the machine, the rounds and how wide the intervals are. */
    static Passage machine(Source source) {
        return Passage.of(StudyConditions.statement(source, Parts.VARIANTS));
    }

    /** Returns how long each strategy takes with C1 alone, as a share of the time with C2, on every JDK. */
    static Passage tiers(Source source) {
        Study study = study(source);
        return views(
                study,
                jdks(study).stream()
                        .map(jdk ->
                                new Pair(new View(jdk, C1), new View(jdk, C2), "C1 alone compared with C2, JDK " + jdk))
                        .toList());
    }

    /** Returns how long each strategy takes on the newest JDK, as a share of the time on each older one. */
    static Passage jdks(Source source) {
        Study study = study(source);
        List<String> jdks = jdks(study);
        List<Pair> pairs = new ArrayList<>();
        for (String tier : List.of(C2, C1)) {
            jdks.stream()
                    .skip(1)
                    .map(jdk -> new Pair(
                            new View(jdks.get(0), tier),
                            new View(jdk, tier),
                            "JDK " + jdks.get(0) + " compared with JDK " + jdk + ", " + tier))
                    .forEach(pairs::add);
        }
        return views(study, pairs);
    }

    /** Two views to be compared, with the words for that. */
    private record Pair(View one, View other, String title) {}

    private static Study study(Source source) {
        return source.publication().study(Parts.VARIANTS);
    }

    private static List<String> jdks(Study study) {
        return study.views().stream().map(View::jdk).distinct().toList();
    }

    private static Passage views(Study study, List<Pair> pairs) {
        List<Statement> statements = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (Pair pair : pairs) {
            List<Row> rows = rows(study, pair);
            if (!rows.isEmpty()) {
                statements.add(statement(pair, rows));
                tables.add(table(rows));
            }
        }
        return statements.isEmpty()
                ? Passage.of(Statement.of("The part has no two JDKs or compilers to compare."))
                : new Passage(statements, tables);
    }

    /** What one strategy did in two views at one max. */
    private record Row(String strategy, long max, Compared compared) {}

    private static List<Row> rows(Study study, Pair pair) {
        List<Row> rows = new ArrayList<>();
        for (String strategy : study.strategies()) {
            for (long max : study.maxima(pair.one())) {
                study.cell(strategy, Setting.of(pair.one(), max))
                        .ifPresent(one -> study.cell(strategy, Setting.of(pair.other(), max))
                                .ifPresent(other -> rows.add(new Row(strategy, max, study.compare(one, other)))));
            }
        }
        return rows;
    }

    private static Statement statement(Pair pair, List<Row> rows) {
        Map<Verdict, Long> counts = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.compared().verdict(), () -> new EnumMap<>(Verdict.class), Collectors.counting()));
        String text = counts.entrySet().stream()
                .map(count -> VerdictWords.counted(count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
        return new Statement(
                "**" + pair.title() + ":** of " + Figures.counted(rows.size(), "time") + ", " + text + ".",
                rows.stream()
                        .map(row -> new Claim(
                                pair.title() + ", " + row.strategy() + " at " + Powers.text(row.max()),
                                row.compared().verdict().word()))
                        .toList());
    }

    private static Table table(List<Row> rows) {
        List<Long> maxima = rows.stream().map(Row::max).distinct().sorted().toList();
        List<String> columns = new ArrayList<>(List.of("strategy"));
        maxima.forEach(max -> columns.addAll(List.of("max = " + Powers.text(max), "verdict")));
        List<List<String>> lines = rows.stream()
                .map(Row::strategy)
                .distinct()
                .map(strategy -> line(strategy, maxima, rows))
                .toList();
        return new Table(columns, lines);
    }

    private static List<String> line(String strategy, List<Long> maxima, List<Row> rows) {
        List<String> line = new ArrayList<>(List.of(Comparison.code(strategy)));
        for (long max : maxima) {
            Optional<Compared> compared = rows.stream()
                    .filter(row -> row.strategy().equals(strategy) && row.max() == max)
                    .map(Row::compared)
                    .findFirst();
            line.add(compared.map(found -> Figures.ratio(found.ratio().interval()))
                    .orElse("–"));
            line.add(compared.map(found -> found.verdict().word()).orElse("–"));
        }
        return line;
    }

    /** Returns each strategy beside the textbook's with C1 alone, as managed Lambda functions run. */
    static Passage order(Source source) {
        Study study = study(source);
        View view = new View(jdks(study).get(0), C1);
        List<Statement> statements = study.strategies().stream()
                .filter(strategy -> !strategy.equals(StudyData.BASELINE))
                .map(strategy -> Comparison.ofStrategies(study, view, strategy, StudyData.BASELINE))
                .filter(comparison -> !comparison.places().isEmpty())
                .map(Comparison::statement)
                .toList();
        return statements.isEmpty()
                ? Passage.of(Statement.of("The part has no times with C1 alone."))
                : Passage.of(statements);
    }
}
