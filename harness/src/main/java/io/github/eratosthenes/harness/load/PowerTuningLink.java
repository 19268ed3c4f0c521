package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.results.files.LoadFile.Run;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A link to the chart of aws-lambda-power-tuning: after the {@code #} the memory sizes as 16-bit integers, the mean times
 * billed in milliseconds and the mean costs of a call as 32-bit floats, little-endian and in base64, between semicolons.
 *
 * <p>What follows a {@code #} stays in the browser. Source: alexcasalboni/aws-lambda-power-tuning, README and UI.
 */
final class PowerTuningLink {

    private static final String BASE = "https://lambda-power-tuning.show/#";
    private static final double MILLION = 1e6;

    private PowerTuningLink() {}

    /**
     * Returns the link of runs of one strategy; nothing if none of them is a candidate. A memory size at which a call failed
     * is none: a failure is often the quickest and cheapest answer.
     */
    static Optional<String> of(List<Run> runs) {
        List<Run> bySize = runs.stream()
                .filter(run -> run.failed() == 0)
                .sorted(Comparator.comparingInt(Run::memoryMegabytes))
                .toList();
        if (bySize.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer sizes = buffer(Short.BYTES * bySize.size());
        ByteBuffer times = buffer(Float.BYTES * bySize.size());
        ByteBuffer costs = buffer(Float.BYTES * bySize.size());
        for (Run run : bySize) {
            sizes.putShort((short) run.memoryMegabytes());
            times.putFloat((float) (run.billedSeconds() * 1000 / run.calls()));
            costs.putFloat((float) (run.dollarsPerMillionCalls().estimate() / MILLION));
        }
        return Optional.of(BASE + base64(sizes) + ";" + base64(times) + ";" + base64(costs));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String base64(ByteBuffer buffer) {
        return StandardCharsets.US_ASCII
                .decode(Base64.getEncoder().encode(buffer.flip()))
                .toString();
    }
}
