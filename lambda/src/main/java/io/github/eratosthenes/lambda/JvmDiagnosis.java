package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes the machine and the JVM that a function really runs on, which only a deployed function can report.
 *
 * <p>The files of Linux are read as they are found, and what is missing is left out. On Lambda {@code /proc/meminfo}
 * describes the function's own machine, elsewhere the machine that it shares.
 */
final class JvmDiagnosis {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Path PROCESS = Path.of("/proc/self/status");
    private static final List<String> MEMORY_FIELDS = List.of("MemTotal", "MemFree", "MemAvailable");
    private static final List<String> PROCESS_FIELDS = List.of("VmHWM", "VmRSS", "RssAnon", "RssFile");

    /** Where control groups keep the quota of processor time: the second version's file, and the first one's two. */
    private static final List<Path> QUOTA = List.of(
            Path.of("/sys/fs/cgroup/cpu.max"),
            Path.of("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
            Path.of("/sys/fs/cgroup/cpu/cpu.cfs_period_us"));

    private final long startNanos = System.nanoTime();
    private final long startCpuNanos = processCpuNanos();
    private final long millisFromStart;

    private JvmDiagnosis(long millisFromStart) {
        this.millisFromStart = millisFromStart;
    }

    /** Begins a diagnosis before the work whose processor time it tells. */
    static JvmDiagnosis begin() {
        return new JvmDiagnosis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static long processCpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    /** Writes it as the field {@code diag}, after the work. */
    void write(JsonGenerator json) throws IOException {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        double cpuSeconds = (processCpuNanos() - startCpuNanos) / 1e9;
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        json.writeObjectFieldStart("diag");
        json.writeStringField(
                "javaVersion", System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
        json.writeStringField("architecture", architecture(System.getProperty("os.arch")));
        json.writeArrayFieldStart("inputArguments");
        for (String argument : runtime.getInputArguments()) {
            json.writeString(argument);
        }
        json.writeEndArray();
        json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        json.writeNumberField("maxHeapBytes", Runtime.getRuntime().maxMemory());
        json.writeNumberField("millisFromJvmStart", millisFromStart);
        json.writeNumberField("seconds", seconds);
        json.writeNumberField("cpuSeconds", cpuSeconds);
        writeKilobytes(json, "machineKilobytes", kilobytes(MEMORY, MEMORY_FIELDS));
        writeKilobytes(json, "processKilobytes", kilobytes(PROCESS, PROCESS_FIELDS));
        json.writeArrayFieldStart("cpuQuota");
        for (Path file : QUOTA) {
            if (Files.isReadable(file)) {
                json.writeString(file + ": " + Files.readString(file).strip());
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeKilobytes(JsonGenerator json, String name, Map<String, Long> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> value : values.entrySet()) {
            json.writeNumberField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    /** Returns AWS's name of an architecture. */
    static String architecture(String osArch) {
        return switch (osArch) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm64";
            default -> osArch;
        };
    }

    /** Returns fields of a file whose lines are a name, a colon and a number of kilobytes; nothing where there is no file. */
    static Map<String, Long> kilobytes(Path file, List<String> names) {
        Map<String, Long> found = new TreeMap<>();
        if (!Files.isReadable(file)) {
            return found;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                String name = line.split(":", 2)[0];
                String digits = line.replaceAll(".*:|\\D", "");
                if (names.contains(name) && !digits.isEmpty()) {
                    found.put(name, Long.valueOf(digits));
                }
            }
        } catch (IOException e) {
            found.clear(); // a file of the kernel that cannot be read is ignored
        }
        return found;
    }
}
