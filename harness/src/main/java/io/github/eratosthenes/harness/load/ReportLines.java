package io.github.eratosthenes.harness.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads REPORT lines out of what tools make of a function's log: the lines of {@code sam logs}, an export of CloudWatch Logs
 * to S3, the JSON of {@code aws logs filter-log-events} or of Logs Insights, and Insights' CSV. A line may be text or a
 * {@code platform.report} object, alone, after other columns, or as a string inside other JSON. Each request counts once.
 */
final class ReportLines {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader WHOLE = JSON.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Blanks as they are, and as JSON escapes them in a file that is not read as JSON. */
    private static final String GAP = "(?:\\s|\\\\t)+";

    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";

    private static final Pattern TEXT =
            Pattern.compile("REPORT RequestId: ([A-Za-z0-9-]+)" + GAP + "Duration: " + NUMBER
                    + " ms" + GAP + "Billed Duration: " + NUMBER + " ms" + GAP + "Memory Size: ([0-9]+) MB" + GAP
                    + "Max Memory Used: ([0-9]+) MB(?<rest>.*)");
    private static final Pattern INIT = Pattern.compile("(?:Init|Restore) Duration: " + NUMBER + " ms");
    private static final Pattern STATUS = Pattern.compile("Status: ([a-z]+)");

    private static final String TYPE = "platform.report";

    private final Map<String, Report> found = new LinkedHashMap<>();

    private ReportLines() {}

    /**
     * A report.
     *
     * @param requestId the request's id
     * @param durationMillis the function's time
     * @param billedMillis the time billed
     * @param memoryMegabytes the function's memory size
     * @param maxMemoryMegabytes the most memory that the instance has used
     * @param initMillis the time of the init, or of the restore from a snapshot, that the request caused; null without
     * @param status error, timeout or another end that is not a success; null for a success
     */
    record Report(
            String requestId,
            double durationMillis,
            double billedMillis,
            int memoryMegabytes,
            int maxMemoryMegabytes,
            @Nullable Double initMillis,
            @Nullable String status) {}

    /**
     * Reads files.
     *
     * @throws IOException if one cannot be read or has no report; the message names it
     */
    static List<Report> read(List<Path> files) throws IOException {
        ReportLines lines = new ReportLines();
        for (Path file : files) {
            int before = lines.found.size();
            lines.read(Files.readString(file));
            if (lines.found.size() == before) {
                throw new IOException(file + " has no REPORT line of a request that is not in an earlier file");
            }
        }
        return List.copyOf(lines.found.values());
    }

    private void read(String content) {
        JsonNode whole = parsed(WHOLE, content);
        if (whole != null && whole.isContainerNode()) {
            visit(whole);
        } else {
            content.lines().forEach(this::line);
        }
    }

    private static @Nullable JsonNode parsed(ObjectReader reader, String text) {
        try {
            return reader.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void visit(JsonNode node) {
        if (node.path("type").asText().equals(TYPE)) {
            add(node.path("record"));
        } else if (node.isTextual()) {
            line(node.asText());
        } else {
            node.forEach(this::visit);
        }
    }

    private void line(String line) {
        Matcher text = TEXT.matcher(line);
        if (text.find()) {
            Matcher init = INIT.matcher(text.group("rest"));
            Matcher status = STATUS.matcher(text.group("rest"));
            put(new Report(
                    text.group(1),
                    Double.parseDouble(text.group(2)),
                    Double.parseDouble(text.group(3)),
                    Integer.parseInt(text.group(4)),
                    Integer.parseInt(text.group(5)),
                    init.find() ? Double.valueOf(init.group(1)) : null,
                    status.find() ? status.group(1) : null));
        } else if (line.contains(TYPE)) {
            object(line);
        }
    }

    /** Finds an object in a line that has other things before and after it, with its quotes doubled or escaped perhaps. */
    private void object(String line) {
        for (String plain : List.of(line, line.replace("\"\"", "\""), line.replace("\\\"", "\""))) {
            for (int start = plain.indexOf('{'); start >= 0; start = plain.indexOf('{', start + 1)) {
                JsonNode node = parsed(JSON.reader(), plain.substring(start));
                if (node != null
                        && node.isObject()
                        && node.path("type").asText().equals(TYPE)) {
                    add(node.path("record"));
                    return;
                }
            }
        }
    }

    private void add(JsonNode record) {
        JsonNode metrics = record.path("metrics");
        String status = record.path("status").asText("success");
        JsonNode init =
                metrics.has("initDurationMs") ? metrics.get("initDurationMs") : metrics.path("restoreDurationMs");
        put(new Report(
                record.path("requestId").asText(),
                metrics.path("durationMs").asDouble(),
                metrics.path("billedDurationMs").asDouble(),
                metrics.path("memorySizeMB").asInt(),
                metrics.path("maxMemoryUsedMB").asInt(),
                init.isNumber() ? init.asDouble() : null,
                status.equals("success") ? null : status));
    }

    private void put(Report report) {
        found.putIfAbsent(report.requestId(), report);
    }
}
