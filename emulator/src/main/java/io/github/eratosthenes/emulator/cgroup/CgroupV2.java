package io.github.eratosthenes.emulator.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Cgroups of the second version: one tree for all controllers.
 *
 * <p>A group with controllers for its children may hold no process itself. Where the emulator runs in the only group
 * that it may divide (a delegated scope, a container), it first moves that group's processes into a leaf, {@value #LEAF},
 * where they stay: the leaf ends with the scope.
 *
 * <p>Source: the kernel's Documentation/admin-guide/cgroup-v2.rst.
 */
final class CgroupV2 implements Cgroups {
    private static final Set<String> CONTROLLERS = Set.of("memory", "cpu");
    private static final String LEAF = "lambda-emulator-host";

    private final Path root;
    private final Set<String> controllers;

    private CgroupV2(Path root, Set<String> controllers) {
        this.root = root;
        this.controllers = controllers;
    }

    /**
     * Makes a directory that may have limited groups below it.
     *
     * @param mount where the tree is mounted
     * @param own the directory of this process in it
     * @param name the name of the directory to make
     * @return nothing when this process may not, or the tree has neither controller
     */
    static Optional<Cgroups> in(Path mount, Path own, String name) {
        for (Path parent : mount.equals(own) ? List.of(own) : List.of(mount, own)) {
            Set<String> offered = words(parent.resolve("cgroup.controllers"));
            Set<String> usable =
                    Set.copyOf(CONTROLLERS.stream().filter(offered::contains).toList());
            if (!usable.isEmpty() && delegates(parent, usable, parent.equals(own))) {
                Path root = parent.resolve(name);
                try {
                    Files.createDirectories(root);
                    enable(root, usable);
                    return Optional.of(new CgroupV2(root, usable));
                } catch (IOException | UncheckedIOException e) {
                    CgroupFiles.remove(root);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean delegates(Path parent, Set<String> usable, boolean own) {
        Path control = parent.resolve("cgroup.subtree_control");
        if (!Files.isWritable(control)) {
            return false;
        }
        if (words(control).containsAll(usable)) {
            return true;
        }
        try {
            if (own) {
                Path leaf = Files.createDirectories(parent.resolve(LEAF));
                CgroupFiles.processes(parent).forEach(pid -> move(pid, leaf));
            }
            enable(parent, usable);
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static void move(long pid, Path group) {
        try {
            CgroupFiles.write(group.resolve("cgroup.procs"), Long.toString(pid));
        } catch (UncheckedIOException e) {
            if (ProcessHandle.of(pid).isPresent()) {
                throw e;
            } // else it has ended meanwhile
        }
    }

    private static void enable(Path group, Set<String> usable) {
        CgroupFiles.write(
                group.resolve("cgroup.subtree_control"),
                String.join(
                        " ", usable.stream().sorted().map(name -> "+" + name).toList()));
    }

    private static Set<String> words(Path file) {
        return Files.isReadable(file) ? Set.of(CgroupFiles.read(file).split("\\s+", -1)) : Set.of();
    }

    @Override
    public Cgroup create(String name, long memoryBytes) {
        return new Group(root.resolve(name), memoryBytes);
    }

    @Override
    public String memoryLimit() {
        return controllers.contains("memory") ? "cgroup-v2" : "heap-only";
    }

    @Override
    public String cpu() {
        return controllers.contains("cpu") ? "cgroup-v2" : UNTHROTTLED;
    }

    @Override
    public boolean freezes() {
        return true;
    }

    @Override
    public List<Path> roots() {
        return List.of(root);
    }

    @Override
    public String advice() {
        return controllers.equals(CONTROLLERS)
                ? ""
                : "the cgroup " + root.getParent() + " has of memory and cpu only " + String.join(", ", controllers);
    }

    /** One instance's directory. */
    private final class Group implements Cgroup {
        private final Path directory;

        Group(Path directory, long memoryBytes) {
            this.directory = directory;
            try {
                Files.createDirectories(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (controllers.contains("memory")) {
                CgroupFiles.write(directory.resolve("memory.max"), Long.toString(memoryBytes));
                Path swap = directory.resolve("memory.swap.max");
                if (Files.exists(swap)) {
                    CgroupFiles.write(swap, "0");
                }
            }
        }

        @Override
        public List<Path> joinFiles() {
            return List.of(directory.resolve("cgroup.procs"));
        }

        @Override
        public void limitCpu(Duration quota, Duration period) {
            if (controllers.contains("cpu")) {
                CgroupFiles.write(directory.resolve("cpu.max"), quota.toNanos() / 1000 + " " + period.toNanos() / 1000);
            }
        }

        @Override
        public OptionalLong cpuNanos() {
            return controllers.contains("cpu")
                    ? OptionalLong.of(1000 * CgroupFiles.number(directory.resolve("cpu.stat"), "usage_usec"))
                    : OptionalLong.empty();
        }

        @Override
        public void freeze() {
            CgroupFiles.write(directory.resolve("cgroup.freeze"), "1");
        }

        @Override
        public void thaw() {
            CgroupFiles.write(directory.resolve("cgroup.freeze"), "0");
        }

        @Override
        public long peakBytes() {
            return CgroupFiles.number(directory.resolve("memory.peak"));
        }

        @Override
        public boolean memoryKilled() {
            return controllers.contains("memory")
                    && CgroupFiles.number(directory.resolve("memory.events"), "oom_kill") > 0;
        }

        @Override
        public void close() {
            CgroupFiles.remove(directory);
        }
    }
}
