package io.github.eratosthenes.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.cgroup.HostCgroups;
import io.github.eratosthenes.emulator.function.LambdaFunction;
import io.github.eratosthenes.emulator.gateway.Api;
import io.github.eratosthenes.emulator.gateway.Methods;
import io.github.eratosthenes.emulator.gateway.RestApi;
import io.github.eratosthenes.emulator.gateway.Uploads;
import io.github.eratosthenes.emulator.runtime.Machine;
import io.github.eratosthenes.emulator.runtime.ManagedRuntime;
import io.github.eratosthenes.testing.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An emulator with test handlers in it, on a free port. */
public final class TestEmulator implements AutoCloseable {
    public static final String GREETING = "com.example.function.GreetingHandler::handleRequest";
    public static final String TROUBLE = "com.example.function.TroubleHandler";

    public static final Methods ANY_METHOD = new Methods(Set.of(Methods.ANY));

    /** Longer than anything here takes that ends: before the kernel kills, it takes back every page for seconds. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final Emulator emulator;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestEmulator(EmulatorConfig config) {
        log = config.log();
        emulator = Emulator.start(config, new PrintStream(lines, true, StandardCharsets.UTF_8));
    }

    /** Requires that functions can run here at all. */
    static void requireLinux() {
        Requirement.that(System.getProperty("os.name").equals("Linux"), "the runtime interface client needs Linux");
    }

    public static Setup in(Path folder) {
        return new Setup(folder);
    }

    /** Returns the port of the gateway. */
    public int port() {
        return emulator.port();
    }

    Emulator emulator() {
        return emulator;
    }

    /** Returns the function at a path below the stage. */
    public LambdaFunction function(String path) {
        return Objects.requireNonNull(emulator.functions().get(path));
    }

    /** Returns the functions' log so far. */
    public String lines() {
        await("written log", () -> emulator.writer().isWritten());
        return lines.toString(StandardCharsets.UTF_8);
    }

    /** Waits until as many calls have reached an instance. */
    public void awaitStarts(int count) {
        await(
                count + " starts",
                () -> lines().lines().filter(line -> line.startsWith("START")).count() == count);
    }

    /** Waits until there are as many JSON lines, and returns them. */
    public List<JsonNode> calls(int count) throws IOException {
        await("a log of " + count + " calls", () -> logLines().size() >= count);
        List<JsonNode> calls = new ArrayList<>();
        for (String line : logLines()) {
            calls.add(JSON.readTree(line));
        }
        return calls;
    }

    private List<String> logLines() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public HttpResponse<String> get(String pathAndQuery) {
        return getAsync(pathAndQuery).join();
    }

    public CompletableFuture<HttpResponse<String>> getAsync(String pathAndQuery) {
        return client.sendAsync(request(pathAndQuery).build(), HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> send(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    public HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + emulator.port() + "/prod/" + pathAndQuery))
                .timeout(PATIENCE.multipliedBy(2));
    }

    public static String verdict(HttpResponse<?> response) {
        return response.headers().firstValue("x-emulator-verdict").orElse("none");
    }

    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no " + what + " after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        emulator.close();
    }

    /** Returns the jar of the test handlers, which holds com.example.function and nothing else. */
    public static Path handlerJar(Path folder) throws IOException {
        Path jar = folder.resolve("handlers.jar");
        Path classes = Path.of("target/test-classes");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file);
                Stream<Path> paths = Files.walk(classes.resolve("com/example/function"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(classes.relativize(path).toString()));
                Files.copy(path, zip);
                zip.closeEntry();
            }
        }
        return jar;
    }

    /** What differs from test to test. */
    public static final class Setup {
        private final Path folder;
        private String handler = TROUBLE;
        private Api api = new RestApi(PATIENCE, ANY_METHOD);
        private Duration timeout = PATIENCE;
        private Duration initLimit = PATIENCE;
        private Duration uploadLimit = Uploads.LIMIT;
        private int concurrency = 10;
        private Path procSelf = Path.of("/proc/self");
        private String log = "log.jsonl";
        private Machine machine = Machine.of(0);
        private boolean snapStart;
        private boolean jsonLog;
        private final Map<String, String> environment = new LinkedHashMap<>();

        private Setup(Path folder) {
            this.folder = folder;
        }

        public Setup handler(String value) {
            handler = value;
            return this;
        }

        public Setup api(Api value) {
            api = value;
            return this;
        }

        public Setup timeout(Duration value) {
            timeout = value;
            return this;
        }

        public Setup initLimit(Duration value) {
            initLimit = value;
            return this;
        }

        public Setup uploadLimit(Duration value) {
            uploadLimit = value;
            return this;
        }

        public Setup concurrency(int value) {
            concurrency = value;
            return this;
        }

        public Setup procSelf(Path value) {
            procSelf = value;
            return this;
        }

        public Setup log(String name) {
            log = name;
            return this;
        }

        public Setup machine(Machine value) {
            machine = value;
            return this;
        }

        public Setup snapStart() {
            snapStart = true;
            return this;
        }

        public Setup jsonLog() {
            jsonLog = true;
            return this;
        }

        public Setup environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** Starts it; the machine must be able to run the runtime interface client. */
        public TestEmulator start() throws IOException {
            requireLinux();
            return new TestEmulator(config());
        }

        /** Starts it with limits. */
        public TestEmulator startLimited() throws IOException {
            TestEmulator started = start();
            Cgroups groups = started.emulator().groups();
            boolean limited =
                    groups.memoryLimit().startsWith("cgroup") && groups.cpu().startsWith("cgroup");
            if (!limited) {
                started.close();
            }
            Requirement.that(limited, groups.advice());
            return started;
        }

        private EmulatorConfig config() throws IOException {
            return new EmulatorConfig(
                    handlerJar(folder),
                    handler,
                    "f",
                    List.of(128, 1024),
                    timeout,
                    initLimit,
                    uploadLimit,
                    api,
                    concurrency,
                    1,
                    machine,
                    environment,
                    new ManagedRuntime.Settings(Path.of(System.getProperty("java.home")), null, snapStart, jsonLog),
                    "127.0.0.1",
                    0,
                    folder.resolve(log),
                    folder,
                    new HostCgroups(procSelf));
        }
    }
}
