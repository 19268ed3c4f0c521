package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;

/** The table of a work.json. All counts but the bytes touched are divided by max. */
final class WorkTable {

    private WorkTable() {}

    /** Returns the table's lines. */
    static List<String> lines(WorkFile file) {
        TextTable table = new TextTable(List.of(
                Column.left("strategy"),
                Column.right("max"),
                Column.right("reads"),
                Column.right("waiting"),
                Column.right("writes"),
                Column.right("crossed off"),
                Column.right("bytes filled"),
                Column.right("bytes copied"),
                Column.right("L1 misses"),
                Column.right("L2 misses"),
                Column.right("unforeseen"),
                Column.right("page misses"),
                Column.right("loop turns"),
                Column.right("wrong branches"),
                Column.right("bytes touched")));
        file.works().forEach(work -> table.add(row(work)));
        List<String> lines = new ArrayList<>();
        lines.add("Counted on JDK " + file.jdk() + ", for each number up to max; caches of " + file.level1() + " and "
                + file.level2() + " ways, addresses of " + Figures.count((long) file.pages()) + " pages:");
        lines.addAll(table.lines());
        file.skipped().forEach(skipped -> lines.add("left out: " + skipped));
        return lines;
    }

    private static List<String> row(Work work) {
        return List.of(
                work.strategy(),
                String.valueOf(work.max()),
                perNumber(work.reads(), work),
                perNumber(work.waitingReads(), work),
                perNumber(work.writes(), work),
                perNumber(work.crossedOff(), work),
                perNumber(work.filledBytes(), work),
                perNumber(work.copiedBytes(), work),
                perNumber(work.level1Misses(), work),
                perNumber(work.level2Misses(), work),
                perNumber(work.unforeseenMisses(), work),
                perNumber(work.pageMisses(), work),
                perNumber(work.turns(), work),
                perNumber(work.wrongBranches(), work),
                Figures.count(work.touchedBytes()));
    }

    private static String perNumber(long count, Work work) {
        return Figures.significant((double) count / work.max());
    }
}
