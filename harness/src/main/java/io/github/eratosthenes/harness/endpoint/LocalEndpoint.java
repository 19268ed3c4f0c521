package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.results.text.ErrorText;
import io.github.eratosthenes.results.text.JvmNotes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An emulator as a child process on a free port of this machine; it ends with this program at the latest. */
public final class LocalEndpoint implements AutoCloseable {

    /** The timeout of the deployed functions, in lambda/template.yaml: above every gateway's, so that the gateway's is seen. */
    public static final int FUNCTION_TIMEOUT_SECONDS = 35;

    private static final String NAME = "eratosthenes";
    private static final String HANDLER = "io.github.eratosthenes.lambda.EratosthenesHandler::handleRequest";
    private static final Pattern ADDRESS = Pattern.compile("\\s*(http://[^/]+/prod/)" + NAME + "-[0-9]+");
    private static final long START_SECONDS = 60;
    private static final long END_SECONDS = 15;
    private static final int LINES_KEPT = 5;

    private final Process process;
    private final Path folder;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<String> base = new CompletableFuture<>();
    private final Thread errorsRead = new Thread(this::readErrors, "emulator-errors");
    private final Thread hook = new Thread(this::end, "emulator-end");

    private LocalEndpoint(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /**
     * What to start.
     *
     * @param emulatorJar the emulator
     * @param functionJar the sieves' handler
     * @param memoryMegabytes the functions' memory sizes
     * @param api rest, http or url
     * @param javaHome the functions' JDK; null: this program's
     * @param functionTimeoutSeconds the functions' own timeout
     * @param reservedMegabytes what each function's machine keeps for itself; null: as the emulator takes it to be
     * @param gatewayTimeoutSeconds how long the gateway waits; null: as its kind does
     * @param calibration a calibration.json; null: none
     */
    public record Settings(
            Path emulatorJar,
            Path functionJar,
            List<Integer> memoryMegabytes,
            String api,
            @Nullable String javaHome,
            int functionTimeoutSeconds,
            @Nullable Integer reservedMegabytes,
            @Nullable Integer gatewayTimeoutSeconds,
            @Nullable String calibration) {

        /** Settings of an uncalibrated emulator whose gateway waits as its kind does. */
        public Settings(
                Path emulatorJar,
                Path functionJar,
                List<Integer> memoryMegabytes,
                String api,
                @Nullable String javaHome,
                int functionTimeoutSeconds,
                @Nullable Integer reservedMegabytes) {
            this(
                    emulatorJar,
                    functionJar,
                    memoryMegabytes,
                    api,
                    javaHome,
                    functionTimeoutSeconds,
                    reservedMegabytes,
                    null,
                    null);
        }
    }

    /**
     * Starts an emulator and waits until it serves.
     *
     * @throws IOException if a jar is missing, or it does not serve; the message has what it printed last to standard error
     */
    public static LocalEndpoint start(Settings settings) throws IOException {
        requireJar(settings.emulatorJar());
        requireJar(settings.functionJar());
        Path folder = Files.createTempDirectory("eratosthenes-endpoint-");
        Process process = new ProcessBuilder(command(settings, folder)).start();
        LocalEndpoint endpoint = new LocalEndpoint(process, folder);
        Runtime.getRuntime().addShutdownHook(endpoint.hook);
        endpoint.startReaders();
        endpoint.await();
        return endpoint;
    }

    private void startReaders() {
        errorsRead.setDaemon(true);
        errorsRead.start();
        Thread outputRead = new Thread(this::readOutput, "emulator-output");
        outputRead.setDaemon(true);
        outputRead.start();
    }

    private static void requireJar(Path jar) throws IOException {
        if (!Files.isReadable(jar)) {
            throw new IOException(jar + " is missing; build it with ./mvnw -pl lambda,emulator -am package, or give"
                    + " --endpoint an address");
        }
    }

    private static List<String> command(Settings settings, Path folder) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                settings.emulatorJar().toString(),
                "--jar=" + settings.functionJar(),
                "--handler=" + HANDLER,
                "--name=" + NAME,
                "--memory="
                        + settings.memoryMegabytes().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")),
                "--port=0",
                "--parent=" + ProcessHandle.current().pid(),
                "--api=" + settings.api(),
                "--timeout=" + settings.functionTimeoutSeconds(),
                "--log=" + folder.resolve("calls.jsonl")));
        if (settings.reservedMegabytes() != null) {
            command.add("--reserved-mb=" + settings.reservedMegabytes());
        }
        if (settings.gatewayTimeoutSeconds() != null) {
            command.add("--integration-timeout=" + settings.gatewayTimeoutSeconds());
        }
        if (settings.calibration() != null) {
            command.add("--calibration=" + settings.calibration());
        }
        if (settings.javaHome() != null) {
            command.add("--java=" + settings.javaHome());
        }
        return command;
    }

    /** Reads all that it prints, so that it never waits for a reader; only here does it print its address. */
    private void readOutput() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.matches()) {
                    base.complete(address.group(1));
                }
            }
            errorsRead.join(TimeUnit.SECONDS.toMillis(1)); // for its reason
            base.completeExceptionally(new IOException("the emulator ended"));
        } catch (IOException | InterruptedException e) {
            base.completeExceptionally(e);
        }
    }

    /** Keeps the last lines of its errors, less those in which a JVM says what options it takes from the environment. */
    private void readErrors() {
        try (BufferedReader lines = process.errorReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !JvmNotes.isNote(line)) {
                    keep(line.strip());
                }
            }
        } catch (IOException e) {
            keep(ErrorText.of(e));
        }
    }

    private void keep(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.removeFirst();
            }
        }
    }

    private String reason() {
        synchronized (lastLines) {
            return lastLines.isEmpty() ? "it printed no reason" : String.join("; ", lastLines);
        }
    }

    private void await() throws IOException {
        try {
            base.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            throw new IOException("the emulator does not serve: " + reason(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the emulator started", e);
        }
    }

    /** Returns the address of the functions, with {@code {memory}} for the memory size. */
    public String template() {
        return base.join() + NAME + "-{memory}";
    }

    /** Returns the file with a line of JSON for each call. */
    public Path log() {
        return folder.resolve("calls.jsonl");
    }

    /** Ends the emulator, and with it its functions. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // this program is ending, and the hook has run or waits for the same
        }
    }

    private synchronized void end() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        deleteFolder();
    }

    private void deleteFolder() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException("cannot delete " + folder + ": " + ErrorText.of(e), e));
        }
    }
}
