package io.github.eratosthenes.benchmarks.compare;

import io.github.eratosthenes.benchmarks.compare.Comparison.Cell;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.statistics.Verdict;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code compare}: prints the ratio of each cell of two results. Its exit code reports a proven regression, or cells that could
 * not be compared.
 */
@Command(
        name = "compare",
        exitCodeOnExecutionException = CompareCommand.UNUSABLE,
        description =
                "Compare B's times with A's. Exit code 1: B is proven slower. 2: B lacks a cell of A, or nothing can be compared.")
public final class CompareCommand extends ConsoleCommand {

    private static final int REGRESSED = 1;
    static final int UNUSABLE = 2;

    @Parameters(index = "0", paramLabel = "A", description = "The baseline: a result folder, or a JMH JSON file.")
    private Path baseline = Path.of("");

    @Parameters(index = "1", paramLabel = "B", description = "The candidate: a result folder, or a JMH JSON file.")
    private Path candidate = Path.of("");

    @Option(
            names = "--threshold",
            description = "The largest change that does not matter, such as 0.05 or 2%%; default: 0.02.")
    private String thresholdText = String.valueOf(Verdict.THRESHOLD);

    /** Creates the command; picocli sets its options. */
    public CompareCommand() {}

    @Override
    protected int execute() throws IOException {
        double threshold = Threshold.parse(thresholdText);
        Side a = Side.read(baseline);
        Side b = Side.read(candidate);
        Comparison comparison = Comparison.of(a.measurements(), b.measurements(), threshold);
        print(comparison, threshold, a, b, System.out);
        if (comparison.regressed()) {
            return REGRESSED;
        }
        return comparison.onlyInBaseline().isEmpty() ? 0 : UNUSABLE;
    }

    private static void print(Comparison comparison, double threshold, Side a, Side b, PrintStream out) {
        Optional<String> unit = commonUnit(comparison);
        TextTable table = new TextTable(List.of(
                Column.left("cell"),
                Column.right("A" + unit.map(one -> " " + one).orElse("")),
                Column.right("B" + unit.map(one -> " " + one).orElse("")),
                Column.right("B / A"),
                Column.left("B is")));
        comparison
                .cells()
                .forEach(cell -> table.add(row(cell, unit, cell.verdict().word())));
        table.lines().forEach(out::println);
        out.println();
        comparison.onlyInBaseline().forEach(cell -> out.println("only in A: " + b.lacking(cell)));
        comparison.onlyInCandidate().forEach(cell -> out.println("only in B: " + a.lacking(cell)));
        a.differences(b).forEach(out::println);
        comparison.rulers().stream()
                .filter(ruler -> ruler.ratio().interval().excludes(1))
                .forEach(ruler -> out.println("The machine changed: the time of " + ruler.label() + " in B is "
                        + Figures.ratio(ruler.ratio().interval())
                        + " of that in A. Each verdict holds with and without a correction for that."));
        printWithoutRuler(comparison, out);
        long slower = count(comparison, Verdict.SLOWER);
        out.println("Of " + Figures.counted(comparison.cells().size(), "cell") + ", with a threshold of "
                + Figures.percent(threshold)
                + ": " + slower + " proven slower, " + count(comparison, Verdict.FASTER) + " proven faster; "
                + Figures.counted(comparison.onlyInBaseline().size(), "cell") + " of A missing in B.");
    }

    private static List<String> row(Cell cell, Optional<String> unit, String verdict) {
        String ownUnit = unit.isPresent() ? "" : " " + cell.baseline().unit();
        return List.of(
                cell.baseline().label(),
                Figures.significant(cell.baseline().time().estimate()) + ownUnit,
                Figures.significant(cell.candidate().time().estimate()) + ownUnit,
                Figures.ratio(cell.ratio().interval()),
                verdict);
    }

    /** Returns the unit of all cells; empty if they have several. */
    private static Optional<String> commonUnit(Comparison comparison) {
        List<String> units = comparison.cells().stream()
                .map(cell -> cell.baseline().unit())
                .distinct()
                .toList();
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private static void printWithoutRuler(Comparison comparison, PrintStream out) {
        List<Cell> cells = comparison.withoutRuler();
        if (!cells.isEmpty()) {
            out.println("No ruler was read beside " + Figures.counted(cells.size(), "cell") + ", such as "
                    + cells.get(0).baseline().label()
                    + ": the machine may have changed unnoticed, and no verdict is corrected for that.");
        }
    }

    private static long count(Comparison comparison, Verdict verdict) {
        return comparison.cells().stream()
                .filter(cell -> cell.verdict() == verdict)
                .count();
    }
}
