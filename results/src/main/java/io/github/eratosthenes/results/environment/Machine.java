package io.github.eratosthenes.results.environment;

import com.sun.management.OperatingSystemMXBean;
import io.github.eratosthenes.results.files.Environment.Hardware;
import io.github.eratosthenes.results.files.Environment.OperatingSystem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is known of this machine: from /proc and /sys on Linux, otherwise from the JVM.
 *
 * @param root the root of the file system; another one in tests
 */
public record Machine(Path root) {

    /** The index of the idle time in a line of /proc/stat; the time of waiting for a disk comes next. */
    private static final int IDLE_FIELD = 4;

    /** The index of the stolen time, after user, nice, system, idle, iowait, irq and softirq. */
    private static final int STOLEN_FIELD = 8;

    private static final double CGROUP_UNLIMITED = 1L << 60;

    /** Returns the machine that this program runs on. */
    public static Machine current() {
        return new Machine(Path.of("/"));
    }

    /** Reads processor and memory. */
    public Hardware hardware() {
        return new Hardware(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                caches(),
                text("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").orElse(null),
                text("proc/cpuinfo").map(info -> info.contains(" hypervisor")).orElse(null),
                memoryMegabytes());
    }

    /** Returns the machine's memory. */
    public static long memoryMegabytes() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize() >> 20;
    }

    /** Returns the load average over the last minute, or null where the system has none. */
    public static @Nullable Double load() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return load < 0 ? null : load;
    }

    /**
     * The processors' time since the machine started.
     *
     * @param total all the time, in the kernel's ticks
     * @param idle the time that no program used, including waits for a disk
     * @param stolen the time that the hypervisor gave to other virtual machines
     */
    public record CpuTimes(long total, long idle, long stolen) {

        /**
         * Returns the stolen share of the CPU time that programs wanted since an earlier reading. Idle time is left out,
         * because idle cores would hide what the busy ones lose. The share is 0 if all of the time was idle.
         */
        public double stolenSince(CpuTimes earlier) {
            long wanted = total - earlier.total - (idle - earlier.idle);
            return wanted <= 0 ? 0 : (double) (stolen - earlier.stolen) / wanted;
        }

        /**
         * Returns the share of the time since an earlier reading that was not idle, including stolen time; null if no
         * tick has passed since then.
         */
        public @Nullable Double busySince(CpuTimes earlier) {
            long ticks = total - earlier.total;
            return ticks <= 0 ? null : Double.valueOf(1 - (double) (idle - earlier.idle) / ticks);
        }
    }

    /** Reads the processors' time; returns null if the system does not record it. */
    public @Nullable CpuTimes cpuTimes() {
        Optional<String[]> fields = text("proc/stat")
                .flatMap(stat ->
                        stat.lines().filter(line -> line.startsWith("cpu ")).findFirst())
                .map(line -> line.split("\\s+", -1))
                .filter(all -> all.length > STOLEN_FIELD);
        return fields.map(all -> new CpuTimes(
                        Arrays.stream(all, 1, STOLEN_FIELD + 1)
                                .mapToLong(Long::parseLong)
                                .sum(),
                        Long.parseLong(all[IDLE_FIELD]) + Long.parseLong(all[IDLE_FIELD + 1]),
                        Long.parseLong(all[STOLEN_FIELD])))
                .orElse(null);
    }

    /**
     * Waits, and returns the share of the processors' time that other programs used meanwhile; null if the system does not
     * record it.
     */
    public @Nullable Double busyWhileWaiting(Duration time) throws InterruptedException {
        CpuTimes before = cpuTimes();
        Thread.sleep(time.toMillis());
        CpuTimes after = cpuTimes();
        return before == null || after == null ? null : after.busySince(before);
    }

    /** Returns a label made from the CPU's model and the number of cores, in a form that suits a folder's name. */
    public String label() {
        String cpu = Optional.ofNullable(cpu())
                .map(Machine::slug)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> slug(System.getProperty("os.arch")));
        return cpu + "-" + Runtime.getRuntime().availableProcessors() + "-cores";
    }

    /** Returns the name in lower case, with hyphens for all but letters and digits, of any script. */
    public static String slug(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\((r|tm)\\)|\\bcpu\\b|\\bprocessor\\b", " ")
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
    }

    private @Nullable String cpu() {
        return text("proc/cpuinfo").flatMap(info -> value(info, "model name")).orElse(null);
    }

    private Map<String, String> caches() {
        Map<String, String> caches = new TreeMap<>();
        for (int index = 0; ; index++) {
            String folder = "sys/devices/system/cpu/cpu0/cache/index" + index + "/";
            Optional<String> size = text(folder + "size");
            if (size.isEmpty()) {
                return caches;
            }
            String level = "L" + text(folder + "level").orElse("?");
            String type = text(folder + "type").orElse("");
            caches.put(type.equals("Unified") ? level : level + " " + type.toLowerCase(Locale.ROOT), size.get());
        }
    }

    /** Reads the operating system and what it allows. */
    public OperatingSystem system() {
        return new OperatingSystem(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                text("etc/os-release")
                        .flatMap(release -> value(release, "PRETTY_NAME"))
                        .map(name -> name.replace("\"", ""))
                        .orElse(null),
                text("sys/kernel/mm/transparent_hugepage/enabled")
                        .map(choice -> choice.replaceAll(".*\\[(\\w+)].*", "$1"))
                        .orElse(null),
                containerMemoryLimit(),
                containerCpuQuota());
    }

    private @Nullable Long containerMemoryLimit() {
        Optional<String> limit = text("sys/fs/cgroup/memory.max")
                .or(() -> text("sys/fs/cgroup/memory/memory.limit_in_bytes"))
                .filter(bytes -> bytes.matches("\\d+"));
        return limit.map(Long::valueOf)
                .filter(bytes -> bytes < CGROUP_UNLIMITED)
                .orElse(null);
    }

    private @Nullable Double containerCpuQuota() {
        Optional<String> quota = text("sys/fs/cgroup/cpu.max")
                .or(() -> text("sys/fs/cgroup/cpu/cpu.cfs_quota_us")
                        .flatMap(micros ->
                                text("sys/fs/cgroup/cpu/cpu.cfs_period_us").map(period -> micros + " " + period)));
        return quota.filter(pair -> pair.matches("\\d+ \\d+"))
                .map(pair -> pair.split(" ", 2))
                .map(pair -> Double.parseDouble(pair[0]) / Double.parseDouble(pair[1]))
                .orElse(null);
    }

    private static Optional<String> value(String lines, String key) {
        return lines.lines()
                .filter(line -> line.startsWith(key))
                .map(line -> line.replaceFirst("^" + key + "\\s*[:=]\\s*", "").strip())
                .findFirst();
    }

    private Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
