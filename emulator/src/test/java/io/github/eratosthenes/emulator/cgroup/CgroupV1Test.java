package io.github.eratosthenes.emulator.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first version on a copy of its files. */
class CgroupV1Test {
    private static final String NAME = "lambda-emulator-1";

    @TempDir
    private Path tree;

    private Path procSelf;

    /** Sets up a host as a container sees it: the mount shows only the part of the memory tree that belongs to the container. */
    @BeforeEach
    void aHostWithThreeTrees() throws IOException {
        procSelf = Files.createDirectory(tree.resolve("proc"));
        Files.writeString(procSelf.resolve("mountinfo"), """
                40 36 0:30 /docker/77 %1$s/memory rw - cgroup cgroup rw,memory
                41 36 0:31 / %1$s/cpu,cpuacct rw - cgroup cgroup rw,cpu,cpuacct
                42 36 0:32 / %1$s/freezer rw - cgroup cgroup rw,freezer
                43 36 0:33 / %1$s/unified rw - cgroup2 cgroup2 rw
                """.formatted(tree));
        Files.writeString(procSelf.resolve("cgroup"), "9:memory:/docker/77\n8:cpu,cpuacct:/user\n7:freezer:/\n0::/\n");
        for (String name : new String[] {
            "memory/%s/memory.limit_in_bytes",
            "memory/%s/memory.memsw.limit_in_bytes",
            "memory/%s/memory.swappiness",
            "memory/%s/memory.max_usage_in_bytes",
            "memory/%s/memory.oom_control",
            "cpu,cpuacct/user/%s/cpu.cfs_period_us",
            "cpu,cpuacct/user/%s/cpu.cfs_quota_us",
            "freezer/%s/freezer.state"
        }) {
            Path file = tree.resolve(name.formatted(NAME + "/f-1"));
            Files.createDirectories(file.resolveSibling("."));
            Files.createFile(file);
        }
    }

    @Test
    void limitsInEachTree() throws IOException {
        Cgroups groups = new HostCgroups(procSelf).open(NAME);
        assertThat(groups.memoryLimit()).isEqualTo("cgroup-v1");
        assertThat(groups.cpu()).isEqualTo("cgroup-v1");
        assertThat(groups.roots())
                .containsExactlyInAnyOrder(
                        tree.resolve("freezer").resolve(NAME),
                        tree.resolve("memory").resolve(NAME),
                        tree.resolve("cpu,cpuacct/user").resolve(NAME))
                .first()
                .as("a frozen process dies only in an open freezer")
                .isEqualTo(tree.resolve("freezer").resolve(NAME));

        Cgroup group = groups.create("f-1", 128L << 20);
        assertThat(read("memory", "memory.limit_in_bytes")).isEqualTo("134217728");
        assertThat(read("memory", "memory.memsw.limit_in_bytes")).isEqualTo("134217728");
        assertThat(read("memory", "memory.swappiness")).isEqualTo("0");
        group.limitCpu(Duration.ofNanos(1_447_145), Duration.ofMillis(20));
        assertThat(read("cpu,cpuacct/user", "cpu.cfs_period_us")).isEqualTo("20000");
        assertThat(read("cpu,cpuacct/user", "cpu.cfs_quota_us")).isEqualTo("1447");
        group.freeze();
        assertThat(read("freezer", "freezer.state")).isEqualTo("FROZEN");
        group.thaw();
        assertThat(read("freezer", "freezer.state")).isEqualTo("THAWED");
    }

    @Test
    void readsPeakAndKills() throws IOException {
        Cgroup group = new HostCgroups(procSelf).open(NAME).create("f-1", 128L << 20);
        Path memory = tree.resolve("memory").resolve(NAME).resolve("f-1");
        Files.writeString(memory.resolve("memory.max_usage_in_bytes"), "45678901\n");
        Files.writeString(memory.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 0\n");
        assertThat(group.peakBytes()).isEqualTo(45_678_901);
        assertThat(group.memoryKilled()).isFalse();
        Files.writeString(memory.resolve("memory.oom_control"), "oom_kill_disable 0\nunder_oom 0\noom_kill 1\n");
        assertThat(group.memoryKilled()).isTrue();
    }

    /** Reads processor time in three cases: the two controllers share a tree, have one each, or the second is missing. */
    @Test
    void readsProcessorTimeWhereTheKernelCountsIt() throws IOException {
        Cgroup group = new HostCgroups(procSelf).open(NAME).create("f-1", 128L << 20);
        Path shared = tree.resolve("cpu,cpuacct/user").resolve(NAME).resolve("f-1");
        Files.writeString(shared.resolve("cpuacct.usage"), "1234567890\n");
        assertThat(group.cpuNanos()).hasValue(1_234_567_890);
        assertThat(group.joinFiles()).as("one for each tree").hasSize(3).doesNotHaveDuplicates();

        String mounts = Files.readString(procSelf.resolve("mountinfo"));
        Files.writeString(procSelf.resolve("mountinfo"), mounts.replace("rw,cpu,cpuacct", "rw,cpu"));
        Files.writeString(procSelf.resolve("cgroup"), "9:memory:/docker/77\n8:cpu:/user\n7:freezer:/\n");
        assertThat(new HostCgroups(procSelf)
                        .open(NAME)
                        .create("f-1", 128L << 20)
                        .cpuNanos())
                .isEmpty();
    }

    private String read(String tree, String file) throws IOException {
        return Files.readString(
                this.tree.resolve(tree).resolve(NAME).resolve("f-1").resolve(file));
    }
}
