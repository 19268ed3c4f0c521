package io.github.eratosthenes.harness.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.harness.calibration.Calibration.Memory;
import io.github.eratosthenes.harness.calibration.Calibration.Size;
import io.github.eratosthenes.harness.endpoint.Call;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.harness.endpoint.Reply;
import io.github.eratosthenes.harness.endpoint.Reply.Answer;
import io.github.eratosthenes.harness.endpoint.Reply.Jvm;
import io.github.eratosthenes.harness.endpoint.ReplyKind;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the functions, and makes a {@link Calibration} of what they answer. */
final class CalibrationSession {

    /** Calls of next to nothing, of which the quickest tells the network's time; warm ones, so they come after the loops. */
    static final int NETWORK_CALLS = 40;

    /** A share of a processor is taken over so long, of many periods of 20 ms. */
    static final double SHARE_SECONDS = 4;

    /** Halvings of what the heap can hold, until the edge of memory is known to a megabyte, and two more. */
    static final int MOST_TRIES = 9;

    private static final long CLOSE_BYTES = 1 << 20;

    /** Its loops need no memory, so that it is time that the call measures. */
    private static final String TIMED = "bitset";

    /** A byte a number: max is the size of the one array, but for its header. */
    private static final String SIZED = "boolean-array";

    private static final long TIMED_MAX = 1_000_000;
    private static final int FIRST_LOOPS = 5;

    /** A share above this may be a whole processor, with which the memory size has nothing to do. */
    private static final double PART_OF_A_PROCESSOR = 0.9;

    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final EndpointClient client;
    private final Functions functions;
    private final PrintStream out;

    CalibrationSession(EndpointClient client, Functions functions, PrintStream out) {
        this.client = client;
        this.functions = functions;
        this.out = out;
    }

    /**
     * Measures all of an endpoint's figures.
     *
     * @param start when this began
     * @throws IOException if a function does not answer as this needs it
     */
    Calibration run(String start) throws IOException {
        List<Integer> sizes = functions.memoryMegabytes();
        Map<Integer, Reply> first = new LinkedHashMap<>();
        for (int size : sizes) {
            first.put(size, good(size, new Call(TIMED, 1000, 1, true)));
        }
        Map<Integer, JsonNode> diags = new LinkedHashMap<>();
        for (int size : sizes) {
            diags.put(size, loops(size));
        }
        double network = networkMillis(sizes.get(sizes.size() - 1));
        out.printf(Locale.ROOT, "network: %.1f ms%n", network);
        List<Size> measured = new ArrayList<>();
        for (int size : sizes) {
            measured.add(size(size, first.get(size), diags.get(size), network));
        }
        double perProcessor = megabytesPerProcessor(measured);
        out.printf(Locale.ROOT, "%.0f MB for a whole processor%n", perProcessor);
        int smallest = sizes.get(0);
        String jdk = jvm(first.get(smallest), smallest).feature();
        Memory memory = memory(smallest, jdk);
        double reserved = reserved(memory, jdk);
        out.printf(Locale.ROOT, "%.1f MB reserved%s%n", reserved, memory.heapIsTheLimit() ? " at most" : "");
        return new Calibration(functions.template(), start, reserved, perProcessor, network, memory, measured);
    }

    private Reply good(int size, Call call) throws IOException {
        Reply reply = client.call(functions.address(size), call, PATIENCE);
        if (!reply.kind().isGood()) {
            throw new IOException(
                    functions.address(size) + " does not answer: " + reply.kind() + ", " + reply.detail());
        }
        return reply;
    }

    /** Returns the least time that a call of next to nothing spends outside the function. */
    private double networkMillis(int size) throws IOException {
        double least = Double.POSITIVE_INFINITY;
        for (int call = 0; call < NETWORK_CALLS; call++) {
            Reply reply = good(size, Call.small(TIMED));
            least = Math.min(least, reply.clientMillis() - functionMillis(reply));
        }
        return least;
    }

    private static double functionMillis(Reply reply) {
        Answer answer = reply.answer();
        return answer == null ? 0 : answer.durationSeconds() * 1000;
    }

    /** Returns what a function tells of some seconds of loops. */
    private JsonNode loops(int size) throws IOException {
        double loopSeconds = functionMillis(good(size, Call.of(TIMED, TIMED_MAX, FIRST_LOOPS))) / 1000 / FIRST_LOOPS;
        int loops = (int) Math.max(FIRST_LOOPS, Math.round(SHARE_SECONDS / loopSeconds));
        return jvm(good(size, new Call(TIMED, TIMED_MAX, loops, true)), size).diag();
    }

    private Size size(int size, @Nullable Reply first, @Nullable JsonNode diag, double network) throws IOException {
        if (diag == null) {
            throw new IllegalArgumentException("no loops at " + size + " MB");
        }
        double share = number(diag, "cpuSeconds", size) / number(diag, "seconds", size);
        Jvm jvm = first == null ? null : jvm(first, size);
        Answer answer = first == null ? null : first.answer();
        boolean cold = answer != null && Boolean.TRUE.equals(answer.coldStart());
        Double init = cold && jvm != null ? number(jvm.diag(), "millisFromJvmStart", size) : null;
        Double firstCall = init == null || first == null ? null : Math.max(0, first.clientMillis() - init - network);
        JsonNode resident =
                jvm == null ? null : jvm.diag().path("processKilobytes").path("VmHWM");
        out.printf(
                Locale.ROOT,
                "%d MB: %.4f of a processor%s%n",
                size,
                share,
                init == null ? "" : ", init " + Math.round(init) + " ms");
        return new Size(
                size,
                share,
                cold,
                init,
                firstCall,
                resident == null || !resident.isNumber() ? null : resident.asDouble() / KILOBYTES_PER_MEGABYTE,
                jvm == null ? diag : jvm.diag());
    }

    private static Jvm jvm(@Nullable Reply reply, int size) throws IOException {
        Jvm jvm =
                reply == null || reply.answer() == null ? null : reply.answer().jvm();
        if (jvm == null) {
            throw new IOException("the function of " + size + " MB tells nothing of its JVM; calibrate the functions of"
                    + " lambda/template.yaml");
        }
        return jvm;
    }

    private static double number(JsonNode diag, String name, int size) throws IOException {
        if (!diag.path(name).isNumber()) {
            throw new IOException(
                    "the function of " + size + " MB does not tell " + name + "; deploy its newest version");
        }
        return diag.path(name).asDouble();
    }

    private static double megabytesPerProcessor(List<Size> sizes) throws IOException {
        double[] each = sizes.stream()
                .filter(size -> size.processorShare() < PART_OF_A_PROCESSOR)
                .mapToDouble(size -> size.memoryMegabytes() / size.processorShare())
                .sorted()
                .toArray();
        if (each.length == 0) {
            throw new IOException("every function has a whole processor; calibrate a smaller memory size too");
        }
        int middle = each.length / 2;
        return each.length % 2 == 1
                ? each[middle]
                : Arrays.stream(each, middle - 1, middle + 1).average().orElse(each[middle]);
    }

    /** Halves what the heap can hold, with a fresh process for each try, since garbage of the try before would count too. */
    private Memory memory(int size, String jdk) throws IOException {
        URI function = functions.address(size);
        long tooLarge = JvmMemory.oldGenerationBytes(size) + 1;
        long passing = 0;
        long failing = tooLarge;
        String verdict = "";
        boolean heap = true;
        for (int tries = 0; tries < MOST_TRIES && failing - passing > CLOSE_BYTES; tries++) {
            breakOnPurpose(function, tooLarge);
            long bytes = passing + (failing - passing) / 2;
            Reply reply = client.call(function, Call.of(SIZED, bytes, 1), PATIENCE);
            out.println(bytes + " bytes: " + reply.kind());
            if (reply.kind().isGood()) {
                passing = bytes;
            } else if (reply.kind().isMemory() || reply.kind() == ReplyKind.NEAR_LIMIT_TIMEOUT) {
                failing = bytes;
                verdict = reply.kind().name();
                heap = verdict.equals("HEAP_OOM");
            } else {
                throw new IOException(function + " failed otherwise: " + reply.kind() + ", " + reply.detail());
            }
        }
        return new Memory(size, passing, failing, verdict, heap || isNearTheHeap(passing, size, jdk));
    }

    /**
     * Returns whether the heap may be the cause. A real function only shows that it failed; near the size that the heap holds, the
     * heap may have broken.
     */
    private static boolean isNearTheHeap(long passing, int size, String jdk) {
        return passing + 2 * JvmMemory.ownObjectsBytes(jdk) > JvmMemory.oldGenerationBytes(size);
    }

    private void breakOnPurpose(URI function, long tooLarge) {
        client.call(function, Call.of(SIZED, tooLarge, 1), PATIENCE);
        client.call(function, Call.small(SIZED), PATIENCE);
    }

    private static double reserved(Memory memory, String jdk) {
        double edge = (memory.passing() + memory.failing()) / 2.0;
        double megabytes = memory.memoryMegabytes() - (edge + JvmMemory.besideStorageBytes(jdk)) / (1 << 20);
        return Math.max(0, megabytes);
    }
}
