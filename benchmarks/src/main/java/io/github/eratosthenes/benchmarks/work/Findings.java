package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.ExplanationFile.Pair;
import io.github.eratosthenes.results.files.ExplanationFile.PairCount;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What the counts of two strategies of the same size say about the ratio of their times.
 *
 * @param cells the cells that have both a time and counts
 * @param model what each count costs
 */
record Findings(List<TimedWork> cells, CostModel model) {

    /** Two strategies that a reader asks about. */
    private record Question(String title, SieveStrategy one, SieveStrategy other) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("Memory for accesses", SieveStrategy.BIT_SET, SieveStrategy.BOOLEAN_ARRAY),
            new Question("Parts that fit a cache", SieveStrategy.ATKIN, SieveStrategy.WHEEL),
            new Question("Fewer crossings-off, dearer ones", SieveStrategy.LINEAR, SieveStrategy.BOOLEAN_ARRAY),
            new Question("Wheel and segments", SieveStrategy.WHEEL_SEGMENT, SieveStrategy.SEGMENTED));

    /** Counts that have no price, but that a reader asks about. */
    private enum Unpriced {
        READ("reads", Work::reads),
        WRITE("writes", Work::writes),
        CROSSED_OFF("crossed off", Work::crossedOff),
        TOUCHED_BYTE("bytes touched", Work::touchedBytes);

        private final String label;
        private final ToLongFunction<Work> count;

        Unpriced(String label, ToLongFunction<Work> count) {
            this.label = label;
            this.count = count;
        }
    }

    /** Returns the pairs of each question in turn, the smallest size first. */
    List<Pair> pairs() {
        return QUESTIONS.stream().flatMap(question -> pairs(question).stream()).toList();
    }

    private List<Pair> pairs(Question question) {
        List<Pair> pairs = new ArrayList<>();
        for (TimedWork one : cells(question.one)) {
            cells(question.other).stream()
                    .filter(other -> other.work().max() == one.work().max())
                    .forEach(other -> pairs.add(pair(question, one, other)));
        }
        return pairs;
    }

    private List<TimedWork> cells(SieveStrategy strategy) {
        return cells.stream()
                .filter(cell -> cell.loops() == 1 && cell.work().strategy().equals(strategy.id()))
                .sorted(Comparator.comparingLong(cell -> cell.work().max()))
                .toList();
    }

    private Pair pair(Question question, TimedWork one, TimedWork other) {
        List<PairCount> counts = new ArrayList<>();
        for (Cost cost : Cost.values()) {
            double ones = perNumber(one, cost::count);
            double others = perNumber(other, cost::count);
            double nanos = model.nanos(cost);
            counts.add(new PairCount(cost.label(), ones, others, nanos * ones, nanos * others));
        }
        for (Unpriced unpriced : Unpriced.values()) {
            counts.add(new PairCount(
                    unpriced.label, perNumber(one, unpriced.count), perNumber(other, unpriced.count), 0, 0));
        }
        return new Pair(
                question.title,
                question.one.id(),
                question.other.id(),
                one.work().max(),
                one.nanos().estimate() / other.nanos().estimate(),
                counts);
    }

    private static double perNumber(TimedWork timed, ToLongFunction<Work> count) {
        return (double) count.applyAsLong(timed.work()) / timed.work().max();
    }
}
