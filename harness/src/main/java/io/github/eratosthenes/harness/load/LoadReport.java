package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Figures;
import io.github.eratosthenes.results.text.TextTable;
import io.github.eratosthenes.results.text.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a load's figures as text for people. */
final class LoadReport {

    private LoadReport() {}

    /**
     * Returns the report's lines.
     *
     * @param comparisons what each strategy's calls say to the question of cost
     */
    static List<String> lines(LoadFile file, Map<String, List<String>> comparisons) {
        List<String> lines = new ArrayList<>(List.of(file.endpoint().label(), conditions(file), ""));
        lines.addAll(table(file.runs()));
        lines.add("");
        lines.add("Client and function times in ms, of good answers"
                + (file.ratePerSecond() == null ? "" : "; the client's from when the rate wanted the call sent") + ".");
        lines.add(total(file));
        lines.addAll(errors(file.runs()));
        if (file.callsAfterBreaks() != null && file.callsAfterBreaks() > 0) {
            lines.add(Figures.counted(file.callsAfterBreaks(), "further call")
                    + " after breaks, which started the runtime again and count nowhere above.");
        }
        lines.addAll(cores(file));
        comparisons.forEach((strategy, comparison) -> {
            lines.add("");
            lines.add(strategy + ":");
            comparison.forEach(line -> lines.add("  " + line));
            lines.addAll(chart(file.runs().stream()
                    .filter(run -> run.strategy().equals(strategy))
                    .toList()));
        });
        return lines;
    }

    private static List<String> chart(List<Run> runs) {
        List<String> lines = new ArrayList<>();
        String failed = runs.stream()
                .filter(run -> run.failed() > 0)
                .map(run -> run.memoryMegabytes() + " MB (" + run.failed() + " of " + run.calls() + " failed)")
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            lines.add("  Not in the chart, since calls failed: " + failed);
        }
        PowerTuningLink.of(runs).ifPresent(link -> lines.add("  " + link));
        return lines;
    }

    private static String conditions(LoadFile file) {
        return "At most " + Figures.counted(file.concurrency(), "call") + " at once"
                + (file.ratePerSecond() == null
                        ? ""
                        : ", " + Figures.significant(file.ratePerSecond()) + " calls a second")
                + "; " + file.seconds() + " s; prices of " + file.prices().region() + " "
                + file.prices().architecture() + " as of " + file.prices().date() + ": $"
                + Figures.significant(file.prices().dollarsPerRequest() * 1e6) + " a million requests, $"
                + Figures.significant(file.prices().dollarsPerGigabyteSecond() * 1e6) + " a million GB-seconds"
                + (file.prices().dollarsPerGatewayCall() == null
                        ? "."
                        : ", $" + Figures.significant(file.prices().dollarsPerGatewayCall() * 1e6)
                                + " a million calls of the gateway.");
    }

    private static List<String> table(List<Run> runs) {
        TextTable table = new TextTable(List.of(
                Column.left("strategy"),
                Column.right("MB"),
                Column.right("calls"),
                Column.right("errors"),
                Column.right("cold"),
                Column.right("client mean ±"),
                Column.right("p50"),
                Column.right("p90"),
                Column.right("p99"),
                Column.right("max"),
                Column.right("function mean"),
                Column.right("p50"),
                Column.right("p99"),
                Column.right("peak MB"),
                Column.right("billed s"),
                Column.right("$"),
                Column.right("$ per million ±")));
        for (Run run : runs) {
            Latency client = run.client();
            Latency function = run.function();
            table.add(List.of(
                    run.strategy(),
                    String.valueOf(run.memoryMegabytes()),
                    String.valueOf(run.calls()),
                    String.valueOf(run.failed()),
                    Objects.toString(run.coldStarts(), "-"),
                    client == null ? "-" : plusMinus(client.mean()),
                    figure(client == null ? null : client.p50()),
                    figure(client == null ? null : client.p90()),
                    figure(client == null ? null : client.p99()),
                    figure(client == null ? null : client.max()),
                    figure(function == null ? null : function.mean().estimate()),
                    figure(function == null ? null : function.p50()),
                    figure(function == null ? null : function.p99()),
                    figure(run.peakMegabytes()),
                    Figures.significant(run.billedSeconds()),
                    Figures.significant(run.dollars()),
                    plusMinus(run.dollarsPerMillionCalls())));
        }
        return table.lines();
    }

    private static String plusMinus(Interval interval) {
        return Figures.significant(interval.estimate())
                + (Double.isNaN(interval.halfWidth()) ? "" : " ± " + Figures.significant(interval.halfWidth()));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "-" : Figures.significant(value);
    }

    private static String total(LoadFile file) {
        double dollars = file.runs().stream().mapToDouble(Run::dollars).sum();
        return "Total cost, requests, GB-seconds and gateway, failed calls included: $" + Figures.significant(dollars)
                + (file.endpoint().local() ? ", had it been on Lambda." : ".");
    }

    private static List<String> errors(List<Run> runs) {
        return runs.stream()
                .filter(run -> !run.errors().isEmpty())
                .map(run -> "Errors of " + run.strategy() + " at " + run.memoryMegabytes() + " MB: "
                        + run.errors().entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static List<String> cores(LoadFile file) {
        if (!file.endpoint().local()) {
            return List.of();
        }
        if (file.runs().stream().allMatch(run -> run.coresBusy() == null)) {
            return List.of("Limited by cores: unknown; this machine does not tell how busy they were.");
        }
        List<String> lines = new ArrayList<>(List.of("This machine's cores were busy for "
                + file.runs().stream()
                        .map(run -> busy(run) + " (" + run.strategy() + " at " + run.memoryMegabytes() + " MB)")
                        .collect(Collectors.joining(", "))
                + " of the time."));
        String limited = file.runs().stream()
                .filter(run -> Boolean.TRUE.equals(run.limitedByCores()))
                .map(run -> run.strategy() + " at " + run.memoryMegabytes() + " MB")
                .collect(Collectors.joining(", "));
        if (!limited.isEmpty()) {
            lines.add("THE CORES WERE THE LIMIT, not the functions' shares of them, in " + limited
                    + ": times and costs there are this machine's. Take a smaller --conc.");
        }
        return lines;
    }

    private static String busy(Run run) {
        Double busy = run.coresBusy();
        return busy == null ? "an unknown part" : Figures.percent(busy);
    }
}
