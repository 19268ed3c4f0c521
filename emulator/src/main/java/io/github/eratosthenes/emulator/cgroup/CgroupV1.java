package io.github.eratosthenes.emulator.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Cgroups of the first version: a tree for each controller.
 *
 * <p>Source: the kernel's Documentation/admin-guide/cgroup-v1 (memory.rst, freezer-subsystem.rst) and
 * Documentation/scheduler/sched-bwc.rst.
 */
final class CgroupV1 implements Cgroups {
    private final Map<String, Path> trees;

    private CgroupV1(Map<String, Path> trees) {
        this.trees = trees;
    }

    /**
     * Uses the controllers that can be used.
     *
     * @param controllers the directory of this process in each controller's tree
     * @param name the name of the directory to make in each
     * @return nothing when neither {@code memory} nor {@code cpu} lets this process make groups
     */
    static Optional<Cgroups> in(Map<String, Path> controllers, String name) {
        Map<String, Path> trees = new HashMap<>();
        controllers.forEach((controller, own) -> {
            Path root = own.resolve(name);
            if (canMake(root)) {
                trees.put(controller, root);
            }
        });
        boolean useful = trees.containsKey("memory") || trees.containsKey("cpu");
        if (!useful) {
            trees.values().forEach(CgroupFiles::remove);
        }
        return useful ? Optional.of(new CgroupV1(Map.copyOf(trees))) : Optional.empty();
    }

    private static boolean canMake(Path root) {
        try {
            Files.createDirectories(root);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Cgroup create(String name, long memoryBytes) {
        return new Group(name, memoryBytes);
    }

    @Override
    public String memoryLimit() {
        return trees.containsKey("memory") ? "cgroup-v1" : "heap-only";
    }

    @Override
    public String cpu() {
        return trees.containsKey("cpu") ? "cgroup-v1" : UNTHROTTLED;
    }

    @Override
    public boolean freezes() {
        return trees.containsKey("freezer");
    }

    @Override
    public List<Path> roots() {
        return freezerFirst(trees);
    }

    /** Returns the order to remove in: a frozen process dies only once its freezer is opened. */
    private static List<Path> freezerFirst(Map<String, Path> directories) {
        return directories.entrySet().stream()
                .sorted(Comparator.comparing(entry -> !entry.getKey().equals("freezer")))
                .map(Map.Entry::getValue)
                .distinct() // two controllers may share a tree
                .toList();
    }

    @Override
    public String advice() {
        List<String> missing = new ArrayList<>();
        for (String controller : List.of("memory", "cpu", "freezer")) {
            if (!trees.containsKey(controller)) {
                missing.add(controller);
            }
        }
        return missing.isEmpty() ? "" : "cgroups v1 offer no writable " + String.join(", ", missing) + "; run as root";
    }

    /** One instance's directories. */
    private final class Group implements Cgroup {
        private final Map<String, Path> directories;

        Group(String name, long memoryBytes) {
            Map<String, Path> made = new HashMap<>();
            trees.forEach((controller, root) -> made.put(controller, make(root.resolve(name))));
            directories = Map.copyOf(made);
            in("memory").ifPresent(memory -> {
                CgroupFiles.write(memory.resolve("memory.limit_in_bytes"), Long.toString(memoryBytes));
                Path withSwap = memory.resolve("memory.memsw.limit_in_bytes");
                if (Files.exists(withSwap)) {
                    CgroupFiles.write(withSwap, Long.toString(memoryBytes));
                }
                Path swappiness = memory.resolve("memory.swappiness"); // 0: never, for groups of this version
                if (Files.exists(swappiness)) {
                    CgroupFiles.write(swappiness, "0");
                }
            });
        }

        private Path make(Path directory) {
            try {
                return Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Optional<Path> in(String controller) {
            return Optional.ofNullable(directories.get(controller));
        }

        @Override
        public List<Path> joinFiles() {
            return directories.values().stream()
                    .distinct()
                    .map(directory -> directory.resolve("cgroup.procs"))
                    .toList();
        }

        @Override
        public void limitCpu(Duration quota, Duration period) {
            in("cpu").ifPresent(cpu -> {
                CgroupFiles.write(cpu.resolve("cpu.cfs_period_us"), Long.toString(period.toNanos() / 1000));
                CgroupFiles.write(cpu.resolve("cpu.cfs_quota_us"), Long.toString(quota.toNanos() / 1000));
            });
        }

        @Override
        public OptionalLong cpuNanos() {
            return in("cpuacct")
                    .map(cpu -> CgroupFiles.number(cpu.resolve("cpuacct.usage")))
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty);
        }

        @Override
        public void freeze() {
            in("freezer").ifPresent(freezer -> CgroupFiles.write(freezer.resolve("freezer.state"), "FROZEN"));
        }

        @Override
        public void thaw() {
            in("freezer").ifPresent(freezer -> CgroupFiles.write(freezer.resolve("freezer.state"), "THAWED"));
        }

        @Override
        public long peakBytes() {
            return in("memory")
                    .map(memory -> CgroupFiles.number(memory.resolve("memory.max_usage_in_bytes")))
                    .orElse(0L);
        }

        @Override
        public boolean memoryKilled() {
            return in("memory")
                    .map(memory -> CgroupFiles.number(memory.resolve("memory.oom_control"), "oom_kill") > 0)
                    .orElse(false);
        }

        @Override
        public void close() {
            freezerFirst(directories).forEach(CgroupFiles::remove);
        }
    }
}
