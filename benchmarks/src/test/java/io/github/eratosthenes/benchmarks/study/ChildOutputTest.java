package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of what another JVM prints only the lines that are marked count, whatever the JVM or a script around it adds. */
class ChildOutputTest {

    private static final long BUDGET_MILLIS = 60_000;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void requireAShell() {
        assumeTrue(File.separatorChar == '/', "scripts need a POSIX shell");
    }

    private Path script(String name, String... lines) throws IOException {
        Path script = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return script;
    }

    /** Writes a java as some sites have it: it prints before and after, to both streams, and the JVM prints notes of its own. */
    private Path chattyJava() throws IOException {
        return script(
                "java",
                "export JAVA_TOOL_OPTIONS=-Dx=y JDK_JAVA_OPTIONS=-Dx=y _JAVA_OPTIONS=-Dx=y",
                "echo '    java.runtime.version = 1'",
                "echo '1 2 3'",
                "echo 'loading module java/17' >&2",
                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"",
                "code=$?",
                "echo 'unloading'",
                "echo '    java.runtime.version = 2' >&2",
                "exit $code");
    }

    @Test
    void aJvmIsKnownByItsOwnPropertiesOnly() throws Exception {
        assertThat(Jvm.list(chattyJava().toString())).singleElement().satisfies(jvm -> {
            assertThat(jvm.version()).isEqualTo(Runtime.version().toString());
            assertThat(jvm.label()).isEqualTo(String.valueOf(Runtime.version().feature()));
        });
    }

    @Test
    void aProbeIsReadFromItsOwnLineOnly() throws Exception {
        Jvm jvm = new Jvm("17", chattyJava(), "17", "X");

        Probed probed = new ForkedProbe(BUDGET_MILLIS)
                .probe(sieving(100_000), jvm, Tier.C1, 64)
                .orElseThrow();

        assertThat(probed.predictedBytes())
                .isEqualTo(SieveStrategy.BIT_SET.traits().bytesFor(100_000));
        assertThat(ProbedJvm.read("Picked up\n" + ProbedJvm.answer(new Probed(1, 2, null, 3)) + "\nend"))
                .hasValue(new Probed(1, 2, null, 3));
        assertThat(ProbedJvm.read("1 2 3\n")).isEmpty();
    }

    @Test
    void aFailureIsToldByItsReasonAndNotByANoteOfTheJvm() throws Exception {
        Jvm jvm = new Jvm(
                "17",
                script(
                        "failing",
                        "echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2",
                        "echo 'NOTE: Picked up JDK_JAVA_OPTIONS: -Dx=y' >&2",
                        "echo 'the licence has expired' >&2",
                        "exit 3"),
                "17",
                "X");
        ForkedProbe probe = new ForkedProbe(BUDGET_MILLIS);

        assertThatIOException()
                .isThrownBy(() -> probe.probe(sieving(1_000), jvm, Tier.C1, 64))
                .withMessage("the probe of sieve bitset 1000 1 failed: the licence has expired");
        assertThatIOException()
                .isThrownBy(() -> Jvm.list(folder.resolve("failing").toString()))
                .withMessageEndingWith("failing does not answer as a JVM: the licence has expired");
        Path silent = script("silent", "exit 0");
        assertThatIOException()
                .isThrownBy(() -> Jvm.list(silent.toString()))
                .withMessage(silent + " does not answer as a JVM: exit code 0");
    }

    private static Workload sieving(long max) {
        return new Workload.Sieving(SieveStrategy.BIT_SET, max, 1);
    }

    @Test
    void theLargestBudgetIsNoLimit() throws Exception {
        assertThat(new ForkedProbe(Long.MAX_VALUE).probe(sieving(1_000), Jvm.current(), Tier.C1, 64))
                .isPresent();
    }

    @Test
    void aPathMayHaveACommaInIt() throws Exception {
        String java = "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' \"$@\"";
        Path odd = script("jdk 17,0,1", java);
        Path plain = script("plain", java);

        assertThat(Jvm.paths(odd + ", " + plain + "," + odd + ",none,nothing"))
                .isEqualTo(List.of(odd.toString(), plain.toString(), odd.toString(), "none", "nothing"));
        assertThat(Jvm.list(odd.toString()))
                .singleElement()
                .satisfies(jvm -> assertThat(jvm.executable()).isEqualTo(odd));
    }
}
