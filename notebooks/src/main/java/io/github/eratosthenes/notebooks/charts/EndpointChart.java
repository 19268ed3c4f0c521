package io.github.eratosthenes.notebooks.charts;

import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.results.files.Endpoint;
import java.util.List;
import java.util.stream.Stream;

/** A chart of what an endpoint answered. */
abstract non-sealed class EndpointChart extends ChartDefinition {

    private final String command;

    EndpointChart(String id, String title, String command) {
        super(id, title);
        this.command = command;
    }

    @Override
    public final String command(ResultData data) {
        return command;
    }

    /** Returns what answered, and how far its limits were real. */
    static String circumstances(Endpoint endpoint) {
        String what = endpoint.local()
                ? "local emulator, uncalibrated (memory: " + endpoint.memoryLimit() + ", processor: " + endpoint.cpu()
                        + ")"
                : "AWS Lambda";
        return endpoint.jdk() == null ? what : what + ", JDK " + endpoint.jdk() + ", " + endpoint.tier();
    }

    /** Returns the memory sizes as the categories of an axis. */
    static List<String> categories(Stream<Integer> memorySizes) {
        return memorySizes.distinct().sorted().map(EndpointChart::category).toList();
    }

    /** Returns the category of a memory size. */
    static String category(int memoryMegabytes) {
        return memoryMegabytes + " MB";
    }
}
