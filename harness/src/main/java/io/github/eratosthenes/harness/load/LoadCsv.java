package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.LoadFile.Latency;
import io.github.eratosthenes.results.files.LoadFile.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs as comma-separated values, one a line; what is not known is empty. */
final class LoadCsv {

    private static final List<String> COLUMNS = List.of(
            "strategy",
            "max",
            "loops",
            "memoryMegabytes",
            "calls",
            "good",
            "errors",
            "coldStarts",
            "peakMegabytes",
            "clientMeanMillis",
            "clientP50Millis",
            "clientP90Millis",
            "clientP99Millis",
            "clientMaxMillis",
            "functionMeanMillis",
            "functionP50Millis",
            "functionP90Millis",
            "functionP99Millis",
            "functionMaxMillis",
            "billedSeconds",
            "dollars",
            "dollarsPerMillionCallsLow",
            "dollarsPerMillionCalls",
            "dollarsPerMillionCallsHigh",
            "limitedByCores",
            "coresBusy");

    private LoadCsv() {}

    /** Returns the lines, the columns' names first. */
    static List<String> lines(LoadFile file) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", COLUMNS)));
        file.runs().forEach(run -> lines.add(line(run)));
        return lines;
    }

    private static String line(Run run) {
        List<String> cells = new ArrayList<>(List.of(
                run.strategy(),
                String.valueOf(run.max()),
                String.valueOf(run.loops()),
                String.valueOf(run.memoryMegabytes()),
                String.valueOf(run.calls()),
                String.valueOf(run.calls() - run.failed()),
                run.errors().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(" ")),
                Objects.toString(run.coldStarts(), ""),
                Objects.toString(run.peakMegabytes(), "")));
        cells.addAll(latency(run.client()));
        cells.addAll(latency(run.function()));
        cells.addAll(List.of(
                String.valueOf(run.billedSeconds()),
                String.valueOf(run.dollars()),
                number(run.dollarsPerMillionCalls().low()),
                number(run.dollarsPerMillionCalls().estimate()),
                number(run.dollarsPerMillionCalls().high()),
                Objects.toString(run.limitedByCores(), ""),
                Objects.toString(run.coresBusy(), "")));
        return String.join(",", cells);
    }

    private static List<String> latency(@Nullable Latency latency) {
        return latency == null
                ? List.of("", "", "", "", "")
                : List.of(
                        number(latency.mean().estimate()),
                        number(latency.p50()),
                        number(latency.p90()),
                        number(latency.p99()),
                        number(latency.max()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }
}
