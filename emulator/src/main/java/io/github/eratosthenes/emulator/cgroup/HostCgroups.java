package io.github.eratosthenes.emulator.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the cgroups that this machine offers to this process.
 *
 * <p>Source: proc_pid_mountinfo(5) and cgroups(7).
 */
public final class HostCgroups {
    private static final Set<String> V1_CONTROLLERS = Set.of("memory", "cpu", "cpuacct", "freezer");
    private static final String ADVICE = "no writable cgroup; run as root, or in a delegated scope: "
            + "systemd-run --user --scope -p Delegate=yes <command>";

    private final Path procSelf;

    /**
     * Reads the given files.
     *
     * @param procSelf {@code /proc/self}, or a copy of its files {@code mountinfo} and {@code cgroup}
     */
    public HostCgroups(Path procSelf) {
        this.procSelf = procSelf;
    }

    /**
     * Returns the best that exists: version 2 if it has a memory or processor controller, otherwise version 1, otherwise none.
     *
     * @param name the name of the directories to make
     */
    public Cgroups open(String name) {
        if (!Files.isReadable(procSelf.resolve("mountinfo"))) {
            return new NoCgroups("this system has no cgroups: only Linux does");
        }
        List<Mount> mounts = lines("mountinfo").stream().map(Mount::parse).toList();
        Map<String, String> own = new HashMap<>();
        for (String line : lines("cgroup")) {
            String[] fields = line.split(":", 3);
            for (String controller : fields[1].split(",", -1)) {
                own.put(controller, fields[2]);
            }
        }
        return v2(mounts, own, name).or(() -> v1(mounts, own, name)).orElseGet(() -> new NoCgroups(ADVICE));
    }

    private static Optional<Cgroups> v2(List<Mount> mounts, Map<String, String> own, String name) {
        return mounts.stream()
                .filter(mount -> mount.type.equals("cgroup2") && own.containsKey(""))
                .findFirst()
                .flatMap(mount -> CgroupV2.in(mount.point, mount.locate(own.getOrDefault("", "/")), name));
    }

    private static Optional<Cgroups> v1(List<Mount> mounts, Map<String, String> own, String name) {
        Map<String, Path> directories = new HashMap<>();
        for (Mount mount : mounts) {
            if (mount.type.equals("cgroup")) {
                mount.options.stream()
                        .filter(V1_CONTROLLERS::contains)
                        .filter(own::containsKey)
                        .forEach(controller ->
                                directories.put(controller, mount.locate(own.getOrDefault(controller, "/"))));
            }
        }
        return CgroupV1.in(directories, name);
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(procSelf.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line of mountinfo. */
    private record Mount(String root, Path point, String type, Set<String> options) {
        static Mount parse(String line) {
            String[] halves = line.split(" - ", 2);
            String[] before = halves[0].split(" ", -1);
            String[] after = halves[1].split(" ", -1);
            return new Mount(before[3], Path.of(before[4]), after[0], Set.of(after[2].split(",", -1)));
        }

        /** Returns where {@code group}, a path in the hierarchy, is in the file system; the mount may show only a part of it. */
        Path locate(String group) {
            Path within = Path.of(root).relativize(Path.of(group));
            return within.startsWith("..") ? point : point.resolve(within).normalize();
        }
    }
}
