package io.github.eratosthenes.emulator.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line and the environment with which Lambda's managed Java runtimes start a function.
 *
 * <p>Source: the command line that a java17 function sees, as printed by wrapper scripts in public repositories, and
 * AWS, "Configuring Lambda environment variables" and "Modifying the runtime environment".
 *
 * <p>Departures: the runtime's own shared class archive is not published, so the JDK's default archive serves;
 * {@code -XX:ActiveProcessorCount} says what a function's machine would say by itself; JDKs that would warn of native
 * code are told that it is wanted.
 */
public final class ManagedRuntime {
    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";
    private static final int KILOBYTES = 1024;

    /** The part of the memory size that the heap may take, in percent. */
    private static final int HEAP_PERCENT = 85;

    private final Path javaHome;
    private final int javaVersion;
    private final RuntimeFiles files;

    /**
     * Uses a JDK.
     *
     * @param javaHome the JDK or JRE to run functions with
     * @throws IllegalArgumentException if there is none at {@code javaHome}, or it is older than 17
     */
    public ManagedRuntime(Path javaHome, RuntimeFiles files) {
        this.javaHome = javaHome;
        this.javaVersion = versionOf(javaHome);
        this.files = files;
    }

    /** Returns the feature release of the JDK at {@code home}, from its {@code release} file. */
    static int versionOf(Path home) {
        Path release = home.resolve("release");
        if (!Files.isReadable(release) || !Files.isExecutable(home.resolve("bin/java"))) {
            throw new IllegalArgumentException("no JDK at " + home + ": it has no release file or no bin/java");
        }
        try {
            String version = Files.readAllLines(release).stream()
                    .filter(line -> line.startsWith("JAVA_VERSION="))
                    .findFirst()
                    .orElse("JAVA_VERSION=\"0\"");
            return Runtime.Version.parse(version.substring(version.indexOf('"') + 1, version.lastIndexOf('"')))
                    .feature();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the feature release of the JDK. */
    public int javaVersion() {
        return javaVersion;
    }

    /** Returns the directory to start in. */
    public Path directory() {
        return files.task();
    }

    /** Returns the command, started by the function's wrapper script if it has one. */
    public List<String> command(FunctionConfig function) {
        List<String> command = new ArrayList<>();
        String wrapper = function.environment().get(WRAPPER);
        if (wrapper != null) {
            command.add(wrapper);
        }
        command.add(javaHome.resolve("bin/java").toString());
        command.add("-XX:MaxHeapSize=" + function.memoryMb() * KILOBYTES * HEAP_PERCENT / 100 + "k");
        command.add("-XX:+UseSerialGC");
        command.add("-Xshare:auto");
        command.add("-XX:+TieredCompilation");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:ActiveProcessorCount=" + function.visibleProcessors());
        command.add("-XX:+ErrorFileToStderr");
        command.add("--add-opens=java.base/java.io=ALL-UNNAMED");
        if (javaVersion >= 22) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
        command.add("-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                + files.nativeLibrary());
        command.add("-classpath");
        command.add(files.classPath());
        command.add(MAIN);
        command.add(function.handler());
        return command;
    }

    /**
     * Returns the environment, and nothing of the emulator's own.
     *
     * @param runtimeApi the address of the Runtime API without "http://"
     */
    public Map<String, String> environment(FunctionConfig function, String runtimeApi, String logStream) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", javaHome.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin:/opt/bin");
        environment.put("LANG", "en_US.UTF-8");
        environment.put("TZ", ":UTC");
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_java" + javaVersion);
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        environment.putAll(function.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
        environment.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(function.memoryMb()));
        environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + function.name());
        environment.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        environment.put("LAMBDA_TASK_ROOT", files.task().toString());
        environment.put("_HANDLER", function.handler());
        return environment;
    }
}
