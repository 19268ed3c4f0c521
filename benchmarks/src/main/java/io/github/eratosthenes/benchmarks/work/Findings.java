package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Compares the counts of two strategies at the same size, to explain the ratio of their times. */
final class Findings {

    private final List<TimedWork> cells;

    Findings(List<TimedWork> cells) {
        this.cells = cells;
    }

    /** Two strategies that a reader asks about. */
    private record Question(String title, SieveStrategy one, SieveStrategy other) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("Memory for accesses", SieveStrategy.BIT_SET, SieveStrategy.BOOLEAN_ARRAY),
            new Question("Parts that fit a cache", SieveStrategy.ATKIN, SieveStrategy.WHEEL),
            new Question("Fewer crossings-off, dearer ones", SieveStrategy.LINEAR, SieveStrategy.BOOLEAN_ARRAY),
            new Question("Wheel and segments", SieveStrategy.WHEEL_SEGMENT, SieveStrategy.SEGMENTED));

    /** Returns a heading for each question, and a line for each size. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Question question : QUESTIONS) {
            List<String> answers = answers(question);
            if (!answers.isEmpty()) {
                lines.add(question.title + ": " + question.one.id() + " against " + question.other.id()
                        + ", counts for each number:");
                lines.addAll(answers);
            }
        }
        return lines;
    }

    private List<String> answers(Question question) {
        List<String> answers = new ArrayList<>();
        for (TimedWork one : cells) {
            if (one.loops() == 1 && one.work().strategy().equals(question.one.id())) {
                cells.stream()
                        .filter(other -> other.loops() == 1
                                && other.work().strategy().equals(question.other.id())
                                && other.work().max() == one.work().max())
                        .forEach(other -> answers.add(answer(one, other)));
            }
        }
        return answers;
    }

    private static String answer(TimedWork one, TimedWork other) {
        return String.format(
                Locale.ROOT,
                "  max %d: %.2f times the time; accesses %s, crossed off %s, L1 misses %s, L2 misses %s, page misses %s, wrong branches %s",
                one.work().max(),
                one.nanos().estimate() / other.nanos().estimate(),
                pair(one, other, work -> work.reads() + work.writes()),
                pair(one, other, Work::crossedOff),
                pair(one, other, Work::level1Misses),
                pair(one, other, Work::level2Misses),
                pair(one, other, Work::pageMisses),
                pair(one, other, Work::wrongBranches));
    }

    private static String pair(TimedWork one, TimedWork other, ToLongFunction<Work> count) {
        return String.format(Locale.ROOT, "%.3f and %.3f", perNumber(one, count), perNumber(other, count));
    }

    private static double perNumber(TimedWork timed, ToLongFunction<Work> count) {
        return (double) count.applyAsLong(timed.work()) / timed.work().max();
    }
}
