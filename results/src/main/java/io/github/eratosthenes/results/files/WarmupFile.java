package io.github.eratosthenes.results.files;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The content of warmup.json: the scores of the warm-up iterations, which JMH leaves out of its own file. */
public final class WarmupFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WarmupFile() {}

    /**
     * The warm-up of one cell.
     *
     * @param benchmark as in {@link Measurement#benchmark()}
     * @param parameters as in {@link Measurement#parameters()}
     * @param scores the score of each warm-up iteration, by round, in the unit of the cell's measurement
     */
    public record Trace(String benchmark, Map<String, String> parameters, List<List<Double>> scores) {}

    /** Reads a warmup.json. */
    public static List<Trace> read(Path file) throws IOException {
        return JsonFile.readList(file, new TypeReference<List<Trace>>() {});
    }

    /** Writes a warmup.json, atomically; each cell has a line, because the file is long. */
    public static void write(List<Trace> traces, Path file) throws IOException {
        AtomicFile.write(file, out -> {
            String separator = "[\n";
            for (Trace trace : traces) {
                out.write(separator.getBytes(StandardCharsets.UTF_8));
                out.write(JSON.writeValueAsBytes(trace));
                separator = ",\n";
            }
            out.write("\n]\n".getBytes(StandardCharsets.UTF_8));
        });
    }
}
