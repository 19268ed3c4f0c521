package io.github.eratosthenes.results.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.environment.Machine.CpuTimes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineTest {

    @TempDir
    Path root = Path.of("");

    @Test
    void readsWhatLinuxTells() throws Exception {
        file("proc/cpuinfo", "model name\t: Example(R) CPU 9 @ 2.50GHz\nflags\t\t: fpu hypervisor lm\n");
        file("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance\n");
        file("sys/devices/system/cpu/cpu0/cache/index0/level", "1\n");
        file("sys/devices/system/cpu/cpu0/cache/index0/type", "Data\n");
        file("sys/devices/system/cpu/cpu0/cache/index0/size", "48K\n");
        file("sys/devices/system/cpu/cpu0/cache/index1/level", "2\n");
        file("sys/devices/system/cpu/cpu0/cache/index1/type", "Unified\n");
        file("sys/devices/system/cpu/cpu0/cache/index1/size", "2048K\n");
        file("etc/os-release", "NAME=x\nPRETTY_NAME=\"Example Linux 1\"\n");
        file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never\n");
        file("sys/fs/cgroup/memory.max", "536870912\n");
        file("sys/fs/cgroup/cpu.max", "150000 100000\n");
        file("proc/stat", "cpu  10 0 20 60 5 0 0 5 0 0\ncpu0 1 1 1 1 1 1 1 1 0 0\n");
        Machine machine = new Machine(root);

        assertThat(machine.hardware().cpu()).isEqualTo("Example(R) CPU 9 @ 2.50GHz");
        assertThat(machine.hardware().hypervisor()).isTrue();
        assertThat(machine.hardware().governor()).isEqualTo("performance");
        assertThat(machine.hardware().caches()).containsEntry("L1 data", "48K").containsEntry("L2", "2048K");
        assertThat(machine.system().distribution()).isEqualTo("Example Linux 1");
        assertThat(machine.system().transparentHugePages()).isEqualTo("madvise");
        assertThat(machine.system().containerMemoryLimit()).isEqualTo(536_870_912L);
        assertThat(machine.system().containerCpuQuota()).isEqualTo(1.5);
        assertThat(machine.label()).startsWith("example-9-2-50ghz-").endsWith("-cores");
        assertThat(machine.cpuTimes()).isEqualTo(new CpuTimes(100, 65, 5));
    }

    @Test
    void whatTheSystemDoesNotTellIsNull() {
        Machine machine = new Machine(root);

        assertThat(machine.hardware().cpu()).isNull();
        assertThat(machine.hardware().governor()).isNull();
        assertThat(machine.hardware().caches()).isEmpty();
        assertThat(machine.system().containerMemoryLimit()).isNull();
        assertThat(machine.system().containerCpuQuota()).isNull();
        assertThat(machine.cpuTimes()).isNull();
        assertThat(machine.label()).matches("[a-z0-9-]+-cores");
    }

    @ParameterizedTest
    @CsvSource({"max, -1 100000", "9223372036854771712, 250000 max"})
    void noLimitIsNoLimit(String memory, String cpu) throws Exception {
        file("sys/fs/cgroup/memory.max", memory);
        file("sys/fs/cgroup/cpu.max", cpu);

        assertThat(new Machine(root).system().containerMemoryLimit()).isNull();
        assertThat(new Machine(root).system().containerCpuQuota()).isNull();
    }

    @Test
    void stolenTimeIsAShareOfTheTimeThatWasWanted() {
        CpuTimes earlier = new CpuTimes(100, 50, 5);

        assertThat(new CpuTimes(6_500, 6_350, 30).stolenSince(earlier)).isEqualTo(0.25, Offset.offset(1e-12));
        assertThat(new CpuTimes(300, 250, 5).stolenSince(earlier)).isZero();
    }

    @Test
    void nothingPersonalIsRecorded() {
        Machine machine = Machine.current();

        assertThat(machine.hardware().toString() + machine.system() + machine.label())
                .doesNotContain(System.getProperty("user.home"))
                .doesNotContain(System.getProperty("user.dir"));
    }

    private void file(String name, String content) throws Exception {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void busyTimeIsWhatIsNotIdle() throws Exception {
        file("proc/stat", "cpu  100 0 50 800 50 0 0 0 0 0\n");
        CpuTimes before = Objects.requireNonNull(new Machine(root).cpuTimes());
        file("proc/stat", "cpu  240 10 80 810 60 0 0 0 0 0\n");
        CpuTimes after = Objects.requireNonNull(new Machine(root).cpuTimes());
        assertThat(after.busySince(before)).isEqualTo(0.9, Offset.offset(1e-12));
        assertThat(after.busySince(after)).isNull();
    }

    @Test
    void withoutARecordNobodyKnowsHowBusyItIs() {
        assertThat(new Machine(root).cpuTimes()).isNull();
    }
}
