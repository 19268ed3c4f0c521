package io.github.eratosthenes.emulator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eratosthenes.emulator.runtime.ManagedRuntime.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagedRuntimeTest {
    private static final RuntimeFiles FILES = new RuntimeFiles(Path.of("/task"), "/a.jar:/b.jar", Path.of("/lib.so"));

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "128,   111411k,   2",
        "512,   445645k,   2",
        "1024,  891289k,   2",
        "1536,  1336935k,  2",
        "1600,  1392640k,  2",
        "1601,  1393664k,  2",
        "3008,  2834432k,  2",
        "3009,  2835456k,  3",
        "10240, 10240000k, 6"
    })
    void flagsFollowTheMemorySize(int memoryMb, String heap, int processors) throws IOException {
        assertThat(runtime("17.0.15").command(function(memoryMb, Map.of())))
                .startsWith(home.resolve("bin/java").toString())
                .contains("-XX:MaxHeapSize=" + heap, "-XX:ActiveProcessorCount=" + processors)
                .endsWith(
                        "-classpath",
                        "/a.jar:/b.jar",
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        "h");
    }

    @Test
    void noRuntimeHasAFlagForMetaspaceOrCodeCache() throws IOException {
        assertThat(runtime("17").command(function(128, Map.of())))
                .noneMatch(flag -> flag.contains("Metaspace") || flag.contains("CodeCache"));
    }

    @ParameterizedTest
    @CsvSource({
        "17, ,       false, C1, AWS_Lambda_java17",
        "21, ,       true,  C1, AWS_Lambda_java21",
        "24, ,       false, C1, AWS_Lambda_java21",
        "25, ,       false, C1, AWS_Lambda_java25",
        "25, ,       true,  C2, AWS_Lambda_java25",
        "26, ,       true,  C2, AWS_Lambda_java25",
        "17, JAVA25, true,  C2, AWS_Lambda_java25",
        "25, JAVA21, true,  C1, AWS_Lambda_java21"
    })
    void theCompilerFollowsTheRuntimeAndSnapStart(
            String jdk, @Nullable RuntimeVersion version, boolean snapStart, String tier, String name)
            throws IOException {
        ManagedRuntime runtime = runtime(jdk, version, snapStart);
        List<String> command = runtime.command(function(128, Map.of()));
        assertThat(command.contains("-XX:TieredStopAtLevel=1")).isEqualTo(tier.equals("C1"));
        assertThat(runtime.environment(function(128, Map.of()), "a", "b"))
                .containsEntry("AWS_EXECUTION_ENV", name)
                .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", snapStart ? "snap-start" : "on-demand");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_REGION, true",
        "AWS_LAMBDA_MAX_CONCURRENCY, true",
        "AWS_LAMBDA_INITIALIZATION_TYPE, true",
        "AWS_LAMBDA_ANYTHING_NEW, true",
        "_HANDLER, true",
        "AWS_SESSION_TOKEN, true",
        "AWS_LAMBDA_EXEC_WRAPPER, false",
        "AWS_LAMBDA_DISABLE_CVE_2021_44228_PROTECTION, false",
        "JAVA_TOOL_OPTIONS, false",
        "TZ, false",
        "AWS_PROFILE, false"
    })
    void whatLambdaSetsItselfCannotBeSet(String name, boolean reserved) {
        assertThat(ReservedVariables.in(Set.of(name)).isEmpty()).isEqualTo(!reserved);
    }

    @Test
    void onlyJdksThatWouldWarnAreToldOfNativeCode() throws IOException {
        assertThat(runtime("25.0.3").command(function(128, Map.of()))).contains("--enable-native-access=ALL-UNNAMED");
        assertThat(runtime("17").command(function(128, Map.of()))).doesNotContain("--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void theWrapperComesFirstAndReservedVariablesLast() throws IOException {
        FunctionConfig function =
                function(128, Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/opt/wrapper", "_HANDLER", "mine", "OWN", "x"));
        assertThat(runtime("17").command(function))
                .startsWith("/opt/wrapper", home.resolve("bin/java").toString());
        assertThat(runtime("17").environment(function, "127.0.0.1:1/f", "f-1"))
                .containsEntry("OWN", "x")
                .containsEntry("_HANDLER", "h")
                .containsEntry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
                .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1/f")
                .containsEntry("AWS_EXECUTION_ENV", "AWS_Lambda_java17");
    }

    @Test
    void theNativePartFollowsTheJdksLibrary() throws IOException {
        Files.writeString(home.resolve("release"), "LIBC=\"musl\"\n");
        assertThat(RuntimeFiles.nativeLibraryName(home)).contains(".linux_musl-");
        Files.writeString(home.resolve("release"), "LIBC=\"gnu\"\n");
        assertThat(RuntimeFiles.nativeLibraryName(home)).contains(".linux-");
    }

    @Test
    void aHomeWithoutJavaIsRefused() {
        assertThatThrownBy(() -> new ManagedRuntime(new Settings(home, null, false, false), FILES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no JDK at " + home);
    }

    private ManagedRuntime runtime(String version) throws IOException {
        return runtime(version, null, false);
    }

    private ManagedRuntime runtime(String version, @Nullable RuntimeVersion flags, boolean snapStart)
            throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
        return new ManagedRuntime(new Settings(home, flags, snapStart, false), FILES);
    }

    private static FunctionConfig function(int memoryMb, Map<String, String> environment) {
        return new FunctionConfig(
                "f", "h", memoryMb, Duration.ofSeconds(3), Duration.ofSeconds(10), 1, Machine.of(0), environment);
    }
}
