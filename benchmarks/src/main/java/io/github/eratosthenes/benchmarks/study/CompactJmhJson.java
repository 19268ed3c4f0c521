package io.github.eratosthenes.benchmarks.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.JmhFile;
import io.github.eratosthenes.results.files.RulerReadings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;

/**
 * Writes JMH's JSON in a form that is small enough for git. Each record takes a line, and numbers have six significant digits.
 * Percentiles and histograms, which follow from the raw data, are left out, and so are unused secondary metrics.
 */
final class CompactJmhJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(6);
    private static final List<String> DERIVED = List.of("scorePercentiles", "rawDataHistogram");

    private CompactJmhJson() {}

    /** Writes the results, atomically. */
    static void write(Collection<RunResult> results, Path file) throws IOException {
        ByteArrayOutputStream full = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(full, false, StandardCharsets.UTF_8)) {
            ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
        }
        List<String> records = new ArrayList<>();
        for (JsonNode record : JSON.readTree(full.toByteArray())) {
            records.add(JSON.writeValueAsString(compact((ObjectNode) record)));
        }
        AtomicFile.write(
                file,
                out -> out.write(("[\n" + String.join(",\n", records) + "\n]\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode compact(ObjectNode record) {
        ObjectNode secondary = (ObjectNode) record.path("secondaryMetrics");
        List<String> dropped = new ArrayList<>();
        secondary.fieldNames().forEachRemaining(dropped::add);
        dropped.removeAll(RulerReadings.NAMES);
        dropped.removeAll(JmhFile.ALLOCATION_METRICS);
        secondary.remove(dropped);
        ((ObjectNode) record.path("primaryMetric")).remove(DERIVED);
        secondary.forEach(metric -> ((ObjectNode) metric).remove(DERIVED));
        return rounded(record);
    }

    private static JsonNode rounded(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(rounded(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, rounded(array.get(i)));
            }
        } else if (node.isDouble() && Double.isFinite(node.doubleValue())) {
            return new DoubleNode(
                    new BigDecimal(node.doubleValue()).round(DIGITS).doubleValue());
        }
        return node;
    }
}
