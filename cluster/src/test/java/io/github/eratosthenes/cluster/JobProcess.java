package io.github.eratosthenes.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The job as a process of its own, with this JVM's options and class path, and a JIT that is quick to start. */
final class JobProcess {

    private final List<String> command = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");
    private boolean hasEnvironment = true;

    JobProcess(String... jvmOptions) {
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(jvmOptions));
    }

    /** Starts the process by another program, which takes the command as its arguments. */
    JobProcess by(String... program) {
        command.addAll(0, List.of(program));
        return this;
    }

    JobProcess withClassPath(String other) {
        classPath = other;
        return this;
    }

    /** Leaves out all variables of this process. */
    JobProcess withoutEnvironment() {
        hasEnvironment = false;
        return this;
    }

    /** Returns what starts the process. */
    ProcessBuilder builder(String... arguments) {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of("-classpath", classPath, ClusterMain.class.getName()));
        whole.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(whole);
        if (!hasEnvironment) {
            builder.environment().clear();
        }
        return builder;
    }

    /** Runs the process to its end. */
    Run run(String... arguments) throws IOException, InterruptedException {
        Process process = builder(arguments).start();
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(process.getErrorStream()));
        String out = text(process.getInputStream());
        return new Run(process.waitFor(), out, err.join());
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
