package io.github.eratosthenes.emulator.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line and the environment with which Lambda's managed Java runtimes start a function.
 *
 * <p>Source: the command line that a java17 function sees, as printed by wrapper scripts in public repositories, and
 * AWS, "Configuring Lambda environment variables" and "Modifying the runtime environment". The runtimes from java17 on have
 * no flag for metaspace or code cache. The emulator's README lists each departure from the real command line, in "The
 * command line".
 */
public final class ManagedRuntime {
    static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

    private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

    private final Path javaHome;
    private final int javaVersion;
    private final Settings settings;
    private final RuntimeFiles files;

    /**
     * What is configured for all functions.
     *
     * @param javaHome the JDK or JRE to run functions with
     * @param version the runtime whose flags they get; null: that of the JDK
     * @param snapStart whether they start as from a snapshot
     * @param jsonLog whether their logger is to write JSON
     */
    public record Settings(Path javaHome, @Nullable RuntimeVersion version, boolean snapStart, boolean jsonLog) {}

    /**
     * Uses a JDK.
     *
     * @throws IllegalArgumentException if there is none where it should be
     */
    public ManagedRuntime(Settings settings, RuntimeFiles files) {
        this.javaHome = settings.javaHome();
        this.javaVersion = versionOf(javaHome);
        this.settings = settings;
        this.files = files;
    }

    /** Returns the feature release of the JDK at {@code home}, from its {@code release} file. */
    public static int versionOf(Path home) {
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

    /** Returns the runtime whose flags functions get. */
    public RuntimeVersion version() {
        return settings.version() == null ? RuntimeVersion.ofJdk(javaVersion) : settings.version();
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
        command.add("-XX:MaxHeapSize=" + HeapSize.kilobytes(function.memoryMb()) + "k");
        command.add("-XX:+UseSerialGC");
        command.add("-Xshare:auto");
        command.add("-XX:+TieredCompilation");
        if (!version().usesC2(settings.snapStart())) {
            command.add("-XX:TieredStopAtLevel=1");
        }
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
        environment.putAll(function.environment());
        environment.put("AWS_REGION", "us-east-1");
        environment.put("AWS_DEFAULT_REGION", "us-east-1");
        environment.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + version().id());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", settings.snapStart() ? "snap-start" : "on-demand");
        environment.put("AWS_LAMBDA_LOG_FORMAT", settings.jsonLog() ? "JSON" : "Text");
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
