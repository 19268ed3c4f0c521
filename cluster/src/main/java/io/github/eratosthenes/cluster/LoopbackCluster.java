package io.github.eratosthenes.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.jspecify.annotations.Nullable;
import scala.util.Properties;

/**
 * A real standalone cluster on this machine: a Spark master and one-core workers, each a process of its own, that listen on
 * the loopback interface only and run from the class path of this JVM.
 *
 * <p>The processes end with this JVM, however it ends: each of them watches the pipe to its parent.
 */
final class LoopbackCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long START_SECONDS = 120;

    /** Of util-linux: holds a process, and those that it starts, to given cores. */
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    /** Such as 2.13; a worker would otherwise look for it in the folders of a Spark distribution. */
    private static final String SCALA_VERSION = Properties.versionNumberString().replaceFirst("^(\\d+\\.\\d+).*", "$1");

    /** How many executors may end in addition to one for each worker. */
    private static final int ENDED_EXECUTORS = 5;

    private final Path home;
    private final ChildLogs logs;
    private final String url;
    private final boolean holdsCores;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private LoopbackCluster(Path home, int port, boolean holdsCores) throws IOException {
        this.home = home;
        this.logs = new ChildLogs(home);
        this.holdsCores = holdsCores;
        this.url = "spark://" + HOST + ":" + port;
        this.master = start(
                "master",
                List.of(),
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
    }

    /**
     * Starts a master and workers, and returns when the master answers.
     *
     * @param workers the workers, 1 or more
     * @throws IOException if a process cannot be started
     * @throws JobFailedException if the master does not answer in two minutes
     */
    static LoopbackCluster start(int workers) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("eratosthenes-cluster");
        Files.createDirectories(home.resolve("jars"));
        int port = freePort();
        LoopbackCluster cluster = new LoopbackCluster(home, port, canHold(workers - 1));
        try {
            cluster.awaitMaster(port);
            for (int i = 0; i < workers; i++) {
                cluster.startWorker(i);
            }
            return cluster;
        } catch (IOException | InterruptedException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Returns whether each worker is held to a core of its own, with its executor and all their threads. Without that, a
     * "one-core" worker is one that is given one task at a time, and its JIT compiler and collector run on other cores.
     */
    boolean holdsCores() {
        return holdsCores;
    }

    /** Sets a job up to run here, on all workers, and to wait until all have arrived. */
    void configure(SparkConf conf) {
        SparkSetup.onLoopback(conf);
        conf.setMaster(url)
                .set("spark.cores.max", Integer.toString(workers.size()))
                .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .set("spark.executor.memory", "1g")
                .set("spark.executor.extraClassPath", classPath())
                .set(
                        "spark.executor.extraJavaOptions",
                        "-XX:+UseSerialGC -Dlog4j2.configurationFile=classpath:" + SparkSetup.LOGGING);
    }

    /** Returns why no more tasks will end; empty if they will. */
    Optional<String> trouble() {
        if (!master.isAlive()) {
            return Optional.of("the master has ended: " + logs.complaint("master"));
        }
        if (workers.stream().noneMatch(Process::isAlive)) {
            return Optional.of("all workers have ended, the first with: " + logs.complaint("worker-0"));
        }
        if (logs.executors() > workers.size() + ENDED_EXECUTORS) {
            return Optional.of("executors end again and again, the last with: " + logs.executorsComplaint());
        }
        return Optional.empty();
    }

    /** Returns the worker processes. */
    List<Process> workers() {
        return List.copyOf(workers);
    }

    /** Ends the processes, and deletes their logs. */
    @Override
    public void close() throws IOException {
        endProcesses();
        Files.walkFileTree(home, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void endProcesses() {
        workers.forEach(Process::destroy);
        master.destroy();
        workers.forEach(LoopbackCluster::awaitEnd);
        awaitEnd(master);
    }

    /** Returns whether a process of ours may be held to a core: the machine has it, and taskset. */
    private static boolean canHold(int core) throws IOException, InterruptedException {
        if (!Files.isExecutable(TASKSET)) {
            return false;
        }
        Process probe = new ProcessBuilder(TASKSET.toString(), "--cpu-list", Integer.toString(core), "true")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return probe.waitFor() == 0;
    }

    private void startWorker(int number) throws IOException {
        workers.add(start(
                "worker-" + number,
                holdsCores ? List.of(TASKSET.toString(), "--cpu-list", Integer.toString(number)) : List.of(),
                "org.apache.spark.deploy.worker.Worker",
                "--host",
                HOST,
                "--webui-port",
                "0",
                "--cores",
                "1",
                "--memory",
                "2g",
                "--work-dir",
                home.resolve("worker-" + number).toString(),
                url));
    }

    private Process start(String name, List<String> prefix, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        // This class counts them itself, and tells why
        command.add("-Dspark.deploy.maxExecutorRetries=-1");
        command.add("-Dlog4j2.configurationFile=classpath:" + SparkSetup.LOGGING);
        command.addAll(List.of("-classpath", classPath()));
        command.addAll(List.of(ChildMain.class.getName(), main));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", SCALA_VERSION);
        // Of a killed executor too, nothing is left when this folder is deleted
        builder.environment().put("SPARK_LOCAL_DIRS", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Returns the class path of this JVM, with entries that are right in another working directory: executors have theirs. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void awaitMaster(int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (master.isAlive() && System.nanoTime() < deadline) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return;
            } catch (IOException e) {
                Thread.sleep(100);
            }
        }
        throw new JobFailedException("the master did not start: " + logs.complaint("master"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
