package io.github.eratosthenes.harness.endpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads an emulator's log, which has a line of JSON for each call. */
public final class EmulatorLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EmulatorLog() {}

    /**
     * The report of a call.
     *
     * @param billedMillis what Lambda would bill, init included
     * @param peakMegabytes the highest memory of the instance
     * @param instance the instance's name; null where no instance took the call
     */
    public record Report(
            double billedMillis,
            double peakMegabytes,
            @Nullable String instance) {

        /** Creates a report that does not name its instance. */
        public Report(double billedMillis, double peakMegabytes) {
            this(billedMillis, peakMegabytes, null);
        }
    }

    /** Reads the reports by the ids of their calls; a line that is still being written is left out. */
    public static Map<String, Report> read(Path log) throws IOException {
        Map<String, Report> reports = new HashMap<>();
        for (String line : Files.readAllLines(log)) {
            try {
                JsonNode json = JSON.readTree(line);
                reports.put(
                        json.path("requestId").asText(),
                        new Report(
                                json.path("billedMillis").asDouble(),
                                json.path("maxMemoryMb").asDouble(),
                                json.path("instance").textValue()));
            } catch (JsonProcessingException e) {
                // the last line, half written
            }
        }
        return reports;
    }
}
