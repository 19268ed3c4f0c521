package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the part "work" says: counts of what each sieve does, and how far they explain the study's times. */
final class WorkTopics {

    /** A smaller count for each number makes no difference to a time. */
    private static final double LEAST = 0.001;

    private WorkTopics() {}

    private static ExplanationFile explanation(Source source) {
        return source.publication()
                .part(Parts.WORK)
                .explanation()
                .filter(file -> !file.cells().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the part " + Parts.WORK + " of " + source.publication().name() + " has no explanation"));
    }

    private static WorkFile work(Source source) throws IOException {
        return WorkFile.read(new ResultFolder(source.publication().folder().resolve(Parts.WORK)).work());
    }

    /** Returns what each count costs. */
    static Passage prices(Source source) throws IOException {
        ExplanationFile file = explanation(source);
        WorkFile work = work(source);
        return Passage.of(
                Statement.of("Fitted to the " + file.cells().size() + " times of the study " + study(source, file)
                        + " (JDK " + file.jdk() + ", " + file.tier() + "), with counts of " + source.link(Parts.WORK)
                        + " (level 1 cache " + work.level1() + ", level 2 cache " + work.level2() + "):"),
                new Table(
                        List.of("for each of the", "price, ns"),
                        file.prices().stream()
                                .map(price -> List.of(price.of(), Powers.short3(price.nanos())))
                                .toList()));
    }

    private static String study(Source source, ExplanationFile file) {
        return source.publication().parts().containsKey(file.study())
                ? source.link(file.study())
                : "`" + file.study() + "`";
    }

    /** Returns how far the modelled times are from the measured ones. */
    static Passage errors(Source source) {
        ExplanationFile file = explanation(source);
        List<Double> errors =
                file.cells().stream().map(WorkTopics::error).sorted().toList();
        Cell worst = file.cells().stream()
                .max(Comparator.comparingDouble(WorkTopics::error))
                .orElseThrow();
        List<List<String>> rows =
                strategies(file).stream().map(strategy -> row(file, strategy)).toList();
        return Passage.of(
                Statement.of("The median error is " + Sentences.percent(errors.get((errors.size() - 1) / 2) - 1)
                        + ". The worst cell is `" + worst.strategy() + "` at " + Powers.text(worst.max()) + " with "
                        + worst.loops() + (worst.loops() == 1 ? " loop" : " loops") + ": its modelled time is "
                        + Powers.short3(ratio(worst)) + " times the measured one. Shares in the table are those at the"
                        + " largest max:"),
                new Table(
                        List.of("strategy", "modelled / measured time", "largest share of the modelled time", "next"),
                        rows));
    }

    private static List<String> strategies(ExplanationFile file) {
        return file.cells().stream().map(Cell::strategy).distinct().toList();
    }

    private static List<String> row(ExplanationFile file, String strategy) {
        List<Cell> cells = file.cells().stream()
                .filter(cell -> cell.strategy().equals(strategy))
                .toList();
        List<Double> ratios = cells.stream().map(WorkTopics::ratio).sorted().toList();
        Cell largest = cells.stream().max(Comparator.comparingLong(Cell::max)).orElseThrow();
        List<String> shares = shares(file.prices(), largest);
        return List.of(
                Comparison.code(strategy),
                Powers.short3(ratios.get(0)) + " to " + Powers.short3(ratios.get(ratios.size() - 1)),
                shares.get(0),
                shares.get(1));
    }

    private static List<String> shares(List<Price> prices, Cell cell) {
        List<Integer> order = new ArrayList<>();
        for (int part = 0; part < prices.size(); part++) {
            order.add(part);
        }
        order.sort(Comparator.comparingDouble(part -> -cell.parts().get(part)));
        return order.stream()
                .map(part -> prices.get(part).of() + " "
                        + Sentences.percent(cell.parts().get(part) / cell.modelledNanos()))
                .toList();
    }

    private static double ratio(Cell cell) {
        return cell.modelledNanos() / cell.nanos().estimate();
    }

    private static double error(Cell cell) {
        return Math.max(ratio(cell), 1 / ratio(cell));
    }

    /** A column of the tables of pairs. */
    private record Count(String title, ToLongFunction<Work> count) {}

    private static final List<Count> COUNTS = List.of(
            new Count("accesses", work -> work.reads() + work.writes()),
            new Count("waiting reads", Work::waitingReads),
            new Count("crossed off", Work::crossedOff),
            new Count("L1 misses", Work::level1Misses),
            new Count("L2 misses", Work::level2Misses),
            new Count("page misses", Work::pageMisses),
            new Count("wrong branches", Work::wrongBranches));

    /** Returns the counts of the sieve with a bit for each number beside those of the one with a byte. */
    static Passage bitset(Source source) throws IOException {
        return pair(source, "bitset", StudyData.BASELINE);
    }

    /** Returns the counts of the sieve that works on 16 parts beside those of the one that works on all. */
    static Passage atkin(Source source) throws IOException {
        return pair(source, "atkin", "wheel");
    }

    /** Returns the counts of the sieve that crosses each composite off once beside the textbook's. */
    static Passage linear(Source source) throws IOException {
        return pair(source, "linear", StudyData.BASELINE);
    }

    private static Passage pair(Source source, String one, String other) throws IOException {
        List<Work> works = work(source).works();
        List<List<String>> rows = works.stream()
                .filter(work -> work.strategy().equals(one))
                .flatMap(work -> find(works, other, work.max()).map(beside -> row(work, beside)).stream())
                .toList();
        List<String> columns = new ArrayList<>(List.of("max"));
        COUNTS.forEach(count -> columns.add(count.title()));
        return Passage.of(
                Statement.of("`" + one + "` and `" + other + "`, counts for each number up to max ("
                        + source.link(Parts.WORK) + "):"),
                new Table(columns, rows));
    }

    private static Optional<Work> find(List<Work> works, String strategy, long max) {
        return works.stream()
                .filter(work -> work.strategy().equals(strategy) && work.max() == max)
                .findFirst();
    }

    private static List<String> row(Work one, Work other) {
        List<String> row = new ArrayList<>(List.of(Powers.text(one.max())));
        COUNTS.forEach(count -> row.add(each(one, count) + " and " + each(other, count)));
        return row;
    }

    private static String each(Work work, Count count) {
        double each = (double) count.count().applyAsLong(work) / work.max();
        if (each > 0 && each < LEAST) {
            return "below " + LEAST;
        }
        return each == 0 || each >= 1
                ? String.format(Locale.ROOT, "%.1f", each)
                : String.format(Locale.ROOT, "%.2g", each);
    }

    /** Returns which sizes were not counted, in one line. */
    static Passage skipped(Source source) throws IOException {
        List<String> skipped = work(source).skipped();
        return Passage.of(Statement.of(
                skipped.isEmpty()
                        ? "Every strategy was counted at every size."
                        : "Not counted: " + skipped.stream().collect(Collectors.joining("; ")) + "."));
    }
}
