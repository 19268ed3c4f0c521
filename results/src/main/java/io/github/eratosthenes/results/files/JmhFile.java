package io.github.eratosthenes.results.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.results.files.Measurement.Conduct;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON that JMH writes with {@code -rf json}. */
public final class JmhFile {

    /** Bytes allocated for each operation; older JMH puts a middle dot before the profiler's own metrics. */
    public static final List<String> ALLOCATION_METRICS = List.of("gc.alloc.rate.norm", "·gc.alloc.rate.norm");

    private static final String SAMPLE = "sample";

    private JmhFile() {}

    /**
     * Reads all records of a file, in its order.
     *
     * @throws IOException if the file cannot be read, or is not a result file of JMH, or if a cell has no score or a score that
     *     is not a number above 0; the message then names the cell
     */
    public static List<Measurement> read(Path file) throws IOException {
        JsonNode records = JsonFile.readTree(file);
        if (!records.isArray()) {
            throw new IOException(file + " is not a JMH result file: its content is not a list");
        }
        if (records.isEmpty()) {
            throw new IOException(file + " is not a JMH result file: it has no record");
        }
        List<Measurement> measurements = new ArrayList<>();
        for (JsonNode record : records) {
            if (!record.path("primaryMetric").isObject()) {
                throw new IOException(file + " is not a JMH result file: a record has no primaryMetric");
            }
            if (!record.path("primaryMetric").path("rawData").isArray()) {
                throw new IOException(file + ": " + name(record) + " has no primaryMetric.rawData" + reason(record));
            }
            Measurement measurement = measurement(record);
            requireTimes(file, measurement);
            measurements.add(measurement);
        }
        return List.copyOf(measurements);
    }

    private static String name(JsonNode record) {
        return new CellKey(simpleName(record.path("benchmark").asText()), parameters(record.path("params"))).label();
    }

    private static String reason(JsonNode record) {
        return record.path("mode").asText().equals(SAMPLE)
                ? ": the mode sample keeps a histogram in place of the scores; run it in the mode avgt (-bm avgt)"
                : "";
    }

    /** Checks that each score is a finite number above 0: means, logarithms and ratios need one. */
    private static void requireTimes(Path file, Measurement measurement) throws IOException {
        List<List<Double>> forks = measurement.scores();
        if (forks.isEmpty()) {
            throw new IOException(file + ": " + measurement.label() + " has no round");
        }
        for (int fork = 0; fork < forks.size(); fork++) {
            List<Double> iterations = forks.get(fork);
            if (iterations.isEmpty()) {
                throw new IOException(file + ": " + measurement.label() + " has no score in round " + (fork + 1));
            }
            for (double score : iterations) {
                if (!(score > 0 && Double.isFinite(score))) {
                    throw new IOException(file + ": " + measurement.label() + " has the score " + score + " in round "
                            + (fork + 1) + "; only finite numbers above 0 can be used");
                }
            }
        }
    }

    private static Measurement measurement(JsonNode record) {
        JsonNode primary = record.get("primaryMetric");
        String benchmark = record.path("benchmark").asText();
        String simpleName = simpleName(benchmark);
        String packageName = benchmark.length() == simpleName.length()
                ? ""
                : benchmark.substring(0, benchmark.length() - simpleName.length() - 1);
        return new Measurement(
                simpleName,
                parameters(record.path("params")),
                new Conduct(
                        packageName,
                        record.path("mode").asText(),
                        record.path("threads").asInt()),
                primary.path("scoreUnit").asText(),
                numbers(primary.path("rawData")),
                allocation(record),
                rulers(record.path("secondaryMetrics")));
    }

    private static String simpleName(String benchmark) {
        int method = benchmark.lastIndexOf('.');
        return benchmark.substring(benchmark.lastIndexOf('.', method - 1) + 1);
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            parameters.put(entry.getKey(), entry.getValue().asText());
        }
        return Map.copyOf(parameters);
    }

    /** Leaves out the first iteration of a fork without warm-up: JMH adds to it the bytes that the benchmark's setup allocated. */
    private static List<List<Double>> allocation(JsonNode record) {
        JsonNode metrics = record.path("secondaryMetrics");
        int withSetup = record.path("warmupIterations").asInt(1) == 0 ? 1 : 0;
        for (String metric : ALLOCATION_METRICS) {
            if (metrics.has(metric)) {
                return numbers(metrics.get(metric).path("rawData")).stream()
                        .map(fork -> fork.subList(Math.min(withSetup, fork.size()), fork.size()))
                        .toList();
            }
        }
        return List.of();
    }

    private static RulerReadings rulers(JsonNode metrics) {
        Map<String, List<List<Double>>> readings = new LinkedHashMap<>();
        for (String ruler : RulerReadings.NAMES) {
            if (metrics.has(ruler)) {
                readings.put(ruler, numbers(metrics.get(ruler).path("rawData")));
            }
        }
        return new RulerReadings(Map.copyOf(readings));
    }

    private static List<List<Double>> numbers(JsonNode forks) {
        List<List<Double>> all = new ArrayList<>();
        for (JsonNode fork : forks) {
            List<Double> iterations = new ArrayList<>();
            for (JsonNode iteration : fork) {
                iterations.add(number(iteration));
            }
            all.add(List.copyOf(iterations));
        }
        return List.copyOf(all);
    }

    /** Returns a number. JSON has no numbers for NaN and the infinities, so JMH writes them as strings. */
    private static double number(JsonNode node) {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        return switch (node.asText()) {
            case "+INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.NaN;
        };
    }
}
