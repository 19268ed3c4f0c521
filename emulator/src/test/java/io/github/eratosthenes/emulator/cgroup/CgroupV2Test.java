package io.github.eratosthenes.emulator.cgroup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second version on a copy of its files: a plain directory, in which no kernel makes any. */
class CgroupV2Test {
    private static final String NAME = "lambda-emulator-1";

    @TempDir
    private Path tree;

    private Path mount;
    private Path own;
    private Path procSelf;

    @BeforeEach
    void aDelegatedScope() throws IOException {
        procSelf = Files.createDirectory(tree.resolve("proc"));
        mount = Files.createDirectory(tree.resolve("cgroup"));
        own = Files.createDirectories(mount.resolve("user.slice/run-1.scope"));
        Files.writeString(procSelf.resolve("mountinfo"), """
                25 30 0:23 / /sys rw,nosuid shared:7 - sysfs sysfs rw
                35 25 0:30 / %s rw,nosuid shared:9 - cgroup2 cgroup2 rw,nsdelegate
                """.formatted(mount));
        Files.writeString(procSelf.resolve("cgroup"), "0::/user.slice/run-1.scope\n");
        file(own, "cgroup.controllers", "cpu memory pids");
        file(own, "cgroup.subtree_control", "");
        file(own, "cgroup.procs", "41\n42\n");
        file(own.resolve("lambda-emulator-host"), "cgroup.procs", "");
        file(own.resolve(NAME), "cgroup.subtree_control", "");
        for (String name : new String[] {
            "cgroup.procs", "memory.max", "memory.swap.max", "memory.peak", "memory.events", "cpu.max", "cgroup.freeze"
        }) {
            file(own.resolve(NAME).resolve("f-1"), name, "");
        }
    }

    private static void file(Path group, String name, String content) throws IOException {
        Files.writeString(Files.createDirectories(group).resolve(name), content);
    }

    private static String read(Path group, String name) throws IOException {
        return Files.readString(group.resolve(name));
    }

    @Test
    void dividesItsOwnGroupOnceThatIsEmpty() throws IOException {
        Cgroups groups = new HostCgroups(procSelf).open(NAME);
        assertThat(groups.memoryLimit()).isEqualTo("cgroup-v2");
        assertThat(groups.cpu()).isEqualTo("cgroup-v2");
        assertThat(groups.freezes()).isTrue();
        assertThat(groups.advice()).isEmpty();
        assertThat(groups.roots()).containsExactly(own.resolve(NAME));
        assertThat(read(own.resolve("lambda-emulator-host"), "cgroup.procs")).isEqualTo("42");
        assertThat(read(own, "cgroup.subtree_control")).isEqualTo("+cpu +memory");
        assertThat(read(own.resolve(NAME), "cgroup.subtree_control")).isEqualTo("+cpu +memory");
    }

    @Test
    void aProcessThatEndedMeanwhileNeedsNoMove() throws IOException {
        file(own, "cgroup.procs", Integer.MAX_VALUE + "\n");
        Files.delete(own.resolve("lambda-emulator-host/cgroup.procs")); // the kernel's answer is an error too
        assertThat(new HostCgroups(procSelf).open(NAME).memoryLimit()).isEqualTo("cgroup-v2");
    }

    @Test
    void limitsFreezesAndReads() throws IOException {
        Cgroup group = new HostCgroups(procSelf).open(NAME).create("f-1", 128L << 20);
        Path directory = own.resolve(NAME).resolve("f-1");
        assertThat(group.joinFiles()).containsExactly(directory.resolve("cgroup.procs"));
        assertThat(read(directory, "memory.max")).isEqualTo("134217728");
        assertThat(read(directory, "memory.swap.max")).isEqualTo("0");
        group.limitCpu(Duration.ofNanos(1_447_145), Duration.ofMillis(20));
        assertThat(read(directory, "cpu.max")).isEqualTo("1447 20000");
        group.freeze();
        assertThat(read(directory, "cgroup.freeze")).isEqualTo("1");
        group.thaw();
        assertThat(read(directory, "cgroup.freeze")).isEqualTo("0");

        file(directory, "cpu.stat", "usage_usec 1234567\nuser_usec 1000000\nsystem_usec 234567\n");
        assertThat(group.cpuNanos()).hasValue(1_234_567_000);
        file(directory, "memory.peak", "45678901\n");
        file(directory, "memory.events", "low 0\nhigh 0\nmax 17\noom 1\noom_kill 0\n");
        assertThat(group.peakBytes()).isEqualTo(45_678_901);
        assertThat(group.memoryKilled()).isFalse();
        file(directory, "memory.events", "low 0\nhigh 0\nmax 18\noom 1\noom_kill 1\n");
        assertThat(group.memoryKilled()).isTrue();
        Files.delete(directory.resolve("memory.peak"));
        assertThat(group.peakBytes()).as("before Linux 5.19").isZero();
    }

    @Test
    void prefersTheTopOfTheTreeWhereItMayUseIt() throws IOException {
        file(mount, "cgroup.controllers", "cpu memory");
        file(mount, "cgroup.subtree_control", "cpu memory");
        file(mount.resolve(NAME), "cgroup.subtree_control", "");
        assertThat(new HostCgroups(procSelf).open(NAME).roots()).containsExactly(mount.resolve(NAME));
        assertThat(read(own, "cgroup.procs"))
                .as("its own group is left as it is")
                .isEqualTo("41\n42\n");
    }

    @Test
    void aTreeWithoutTheControllersIsNoUse() throws IOException {
        file(own, "cgroup.controllers", "hugetlb pids");
        Cgroups groups = new HostCgroups(procSelf).open(NAME);
        assertThat(groups.memoryLimit()).isEqualTo("heap-only");
        assertThat(groups.cpu()).isEqualTo("unthrottled");
        assertThat(groups.advice()).contains("run as root").contains("systemd-run --user --scope -p Delegate=yes");
    }

    @Test
    void oneControllerIsBetterThanNone() throws IOException {
        file(own, "cgroup.controllers", "cpu pids");
        Cgroups groups = new HostCgroups(procSelf).open(NAME);
        assertThat(groups.memoryLimit()).isEqualTo("heap-only");
        assertThat(groups.cpu()).isEqualTo("cgroup-v2");
        assertThat(groups.advice()).contains("only cpu");
        Cgroup group = groups.create("f-1", 128L << 20);
        assertThat(read(own.resolve(NAME).resolve("f-1"), "memory.max")).isEmpty();
        assertThat(group.memoryKilled()).isFalse();
    }
}
