package io.github.eratosthenes.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.cgroup.NoCgroups;
import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.InvocationLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EmulatorMainTest {
    @TempDir
    private Path folder;

    private final StringWriter output = new StringWriter();

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(output.toString().replaceAll("\\s+", " "))
                .contains("--jar", "--handler", "--memory", "--timeout", "--port", "--host", "--api", "--concurrency")
                .contains("--reserved-mb", "--java", "--env", "--log", "--parent", "Exit codes")
                .contains("--runtime", "--snap-start", "--log-format", "--methods", "--mb-per-cpu", "--network-ms")
                .contains("--calibration", "59 for java17", "63 for java21", "55 for java25");
    }

    /** Sets system properties as {@code ./mvnw -Plocal} does, whose {@code -Dlocal.args} may then have the options. */
    @Test
    void systemPropertiesReplaceDefaults() throws IOException {
        Process help = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Demulator.port=3777",
                        "-Demulator.api=http",
                        "-Demulator.log=other.jsonl",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        EmulatorMain.class.getName(),
                        "--help")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines = help.inputReader()) {
            assertThat(lines.lines().map(String::strip).collect(Collectors.joining(" ")))
                    .contains("(default: 3777)", "(default: http)", "(default: other.jsonl)");
        }
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        assertThat(run("--version")).isZero();
        Matcher version = Pattern.compile("<version>(.+?)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(output.toString().strip()).isEqualTo("eratosthenes-emulator " + version.group(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--memory=64        | --memory 64 is not 128 to 10240",
                "--memory=128,256,128 | --memory [128, 256, 128] has a size twice",
                "--name=a/b         | --name a/b is not 1 to 58 of A-Z a-z 0-9 _ -",
                "--timeout=901      | --timeout 901 is not 1 to 900",
                "--concurrency=0    | --concurrency 0 is not positive",
                "--reserved-mb=128  | --reserved-mb 128 is not less than the smallest memory size, 128",
                "--reserved-mb=-1   | reserved MB: -1.0 is not 0 to 10240",
                "--mb-per-cpu=0     | megabytes for a processor: 0.0 is not 100 to 100000",
                "--network-ms=20000 | network milliseconds: 20000.0 is not 0 to 10000",
                "--runtime=java8    | --runtime java8 is not one of java17, java21, java25",
                "--log-format=xml   | expected one of [TEXT, JSON] (case-insensitive) but was 'xml'",
                "--env=AWS_REGION=eu-west-3 | --env AWS_REGION cannot be set: Lambda reserves it for itself",
                "--env=AWS_LAMBDA_MAX_CONCURRENCY=2 | --env AWS_LAMBDA_MAX_CONCURRENCY cannot be set",
                "--api=soap         | expected one of [REST, HTTP, URL] (case-insensitive) but was 'soap'",
                "--jar=none.jar     | --jar none.jar is not a readable file",
                "--integration-timeout=0 | --integration-timeout 0 is not 1 to 900, the bounds of --api rest",
                "--api=http --integration-timeout=31 | --integration-timeout 31 is not 1 to 30, the bounds of --api http",
                "--api=url --integration-timeout=29 | --integration-timeout 29 is not for --api url",
                "--methods=get      | --methods get is not a method in capitals, such as GET, or ANY",
                "--port=65536       | --port 65536 is not 0 to 65535",
            })
    void aWrongOptionIsNamed(String option, String message) throws IOException {
        List<String> options = new ArrayList<>(List.of("--jar=" + TestEmulator.handlerJar(folder), "--handler=H"));
        options.addAll(List.of(option.split(" ")));
        assertThat(run(options.toArray(new String[0]))).isEqualTo(2);
        assertThat(output.toString()).contains(message);
    }

    @Test
    void aTakenPortIsTold() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Path log = Files.writeString(folder.resolve("log"), "of the one that has the port");
            int status = run(
                    "--jar=" + TestEmulator.handlerJar(folder),
                    "--handler=H",
                    "--log=" + log,
                    "--port=" + taken.getLocalPort());
            assertThat(status).isEqualTo(1);
            assertThat(output.toString()).contains("cannot listen on").contains(":" + taken.getLocalPort());
            assertThat(log).hasContent("of the one that has the port");
        }
    }

    @Test
    @Timeout(180)
    void theLogOfAnEmulatorThatRunsIsRefused() throws IOException, InterruptedException {
        TestEmulator.requireLinux();
        Path log = Files.writeString(folder.resolve("log"), "of an earlier one");
        Process first = startProcess("--log=" + log);
        try (BufferedReader lines = first.inputReader()) {
            assertServes(lines);
            Files.writeString(log, "of the one that runs");
            int status = run("--jar=" + TestEmulator.handlerJar(folder), "--handler=H", "--log=" + log, "--port=0");
            assertThat(status).isEqualTo(1);
            assertThat(output.toString()).contains("emulator: the log " + log + " is that of another emulator");
            assertThat(log).hasContent("of the one that runs");
        } finally {
            first.destroy();
            first.waitFor();
        }
        new InvocationLog(log, new NoCgroups("none"), FunctionLog.of(FunctionLog.Format.TEXT, line -> {})).close();
    }

    @Test
    void endsWhenItsParentIsKilled() throws IOException, InterruptedException {
        TestEmulator.requireLinux();
        Process parent = new ProcessBuilder("sleep", "300").start();
        Process emulator = startProcess("--log=" + folder.resolve("log"), "--parent=" + parent.pid());
        try (BufferedReader lines = emulator.inputReader()) {
            assertServes(lines);
            assertThat(emulator.isAlive()).isTrue();
            parent.destroyForcibly();
            assertThat(emulator.waitFor(TestEmulator.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it has ended")
                    .isTrue();
            assertThat(emulator.exitValue()).isZero();
        } finally {
            parent.destroyForcibly();
            emulator.destroyForcibly();
        }
    }

    private Process startProcess(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                EmulatorMain.class.getName(),
                "--jar=" + TestEmulator.handlerJar(folder),
                "--handler=" + TestEmulator.GREETING,
                "--port=0"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static void assertServes(BufferedReader lines) {
        assertThat(lines.lines().anyMatch("Ctrl-C ends it."::equals))
                .as("it serves")
                .isTrue();
    }

    private int run(String... args) {
        CommandLine commandLine = EmulatorMain.commandLine(new PrintStream(OutputStream.nullOutputStream()));
        commandLine.setOut(new PrintWriter(output));
        commandLine.setErr(new PrintWriter(output));
        return commandLine.execute(args);
    }
}
