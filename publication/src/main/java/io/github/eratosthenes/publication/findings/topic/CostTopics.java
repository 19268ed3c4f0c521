package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.notebooks.EndpointFindings;
import io.github.eratosthenes.notebooks.Finding;
import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Prices;
import io.github.eratosthenes.results.files.LoadFile.Run;
import io.github.eratosthenes.results.statistics.Interval;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the part "load" says: what a call costs at each memory size. */
final class CostTopics {

    private CostTopics() {}

    private static LoadFile file(Source source) {
        return source.publication()
                .part(Parts.LOAD)
                .load()
                .filter(file -> !file.runs().isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(
                        "the part " + Parts.LOAD + " of " + source.publication().name() + " has no runs"));
    }

    /** Returns what was called, how often, and what the dollars include. */
    static Passage machine(Source source) {
        LoadFile file = file(source);
        ResultData part = source.publication().part(Parts.LOAD);
        long calls = file.runs().stream().mapToLong(Run::calls).sum();
        long failed = file.runs().stream().mapToLong(Run::failed).sum();
        return Passage.of(Statement.of("From " + source.link(Parts.LOAD) + ": "
                + file.endpoint().label() + "; "
                + Publication.machine(part) + "; " + part.date() + ", " + Figures.counted(calls, "call") + ", "
                + (file.concurrency() == 1 ? "one at a time" : "at most " + file.concurrency() + " at once") + ", in "
                + Durations.text(Duration.ofSeconds(file.seconds())) + "; "
                + (failed == 0 ? "none" : failed)
                + " failed. " + prices(file.prices())));
    }

    private static String prices(Prices prices) {
        Double gateway = prices.dollarsPerGatewayCall();
        return "Prices of " + prices.region() + ", " + prices.architecture() + ", of " + prices.date() + ": $"
                + perMillion(prices.dollarsPerRequest()) + " for a million requests"
                + (gateway == null
                        ? "; the gateway's price is not included."
                        : " and $" + perMillion(gateway) + " for a million calls of the gateway, both included.");
    }

    private static String perMillion(double dollars) {
        return String.format(Locale.ROOT, "%.2f", dollars * 1_000_000);
    }

    /** Returns the cost of a million calls by strategy and memory size, and which size is cheapest beyond doubt. */
    static Passage sizes(Source source) {
        LoadFile file = file(source);
        Finding cheapest = EndpointFindings.cost(source.publication().part(Parts.LOAD));
        List<Integer> sizes = file.runs().stream()
                .map(Run::memoryMegabytes)
                .distinct()
                .sorted()
                .toList();
        List<String> columns = new ArrayList<>(List.of("a million calls, dollars"));
        sizes.forEach(size -> columns.add(size + " MB"));
        List<List<String>> rows = file.runs().stream()
                .map(CostTopics::kind)
                .distinct()
                .map(kind -> row(file, kind, sizes))
                .toList();
        return new Passage(
                List.of(Statement.of(cheapest.text()), dearest(file, sizes.get(0))), List.of(new Table(columns, rows)));
    }

    private static String kind(Run run) {
        return "`" + run.strategy() + "`, max " + Powers.text(run.max()) + ", " + Figures.counted(run.loops(), "loop");
    }

    private static List<String> row(LoadFile file, String kind, List<Integer> sizes) {
        List<String> row = new ArrayList<>(List.of(kind));
        for (int size : sizes) {
            row.add(file.runs().stream()
                    .filter(run -> kind(run).equals(kind) && run.memoryMegabytes() == size)
                    .findFirst()
                    .map(run -> dollars(run.dollarsPerMillionCalls()))
                    .orElse("–"));
        }
        return row;
    }

    private static String dollars(Interval dollars) {
        String estimate = String.format(Locale.ROOT, "%.2f", dollars.estimate());
        return Double.isFinite(dollars.low())
                ? estimate + String.format(Locale.ROOT, " [%.2f, %.2f]", dollars.low(), dollars.high())
                : estimate;
    }

    private static Statement dearest(LoadFile file, int size) {
        List<Run> byCost = file.runs().stream()
                .filter(run -> run.memoryMegabytes() == size && run.failed() < run.calls())
                .sorted(Comparator.comparingDouble(
                        run -> run.dollarsPerMillionCalls().estimate()))
                .toList();
        if (byCost.size() < 2) {
            return Statement.of("At " + size + " MB there are too few answers to compare strategies.");
        }
        Run least = byCost.get(0);
        Run most = byCost.get(byCost.size() - 1);
        return Statement.of("**Strategies at " + size + " MB:** a million calls with " + kind(least) + " cost $"
                + dollars(least.dollarsPerMillionCalls()) + ", and with " + kind(most) + " $"
                + dollars(most.dollarsPerMillionCalls()) + ".");
    }
}
