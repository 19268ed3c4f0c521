package io.github.eratosthenes.harness.endpoint;

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
    private static final int LINES_KEPT = 20;

    private final Process process;
    private final Path folder;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<String> base = new CompletableFuture<>();
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
     * @param api rest or http
     * @param javaHome the functions' JDK; null: this program's
     * @param functionTimeoutSeconds the functions' own timeout
     * @param reservedMegabytes what each function's machine keeps for itself
     */
    public record Settings(
            Path emulatorJar,
            Path functionJar,
            List<Integer> memoryMegabytes,
            String api,
            @Nullable String javaHome,
            int functionTimeoutSeconds,
            int reservedMegabytes) {}

    /**
     * Starts an emulator and waits until it serves.
     *
     * @throws IOException if a jar is missing, or it does not serve; the message has its last lines
     */
    public static LocalEndpoint start(Settings settings) throws IOException {
        requireJar(settings.emulatorJar());
        requireJar(settings.functionJar());
        Path folder = Files.createTempDirectory("eratosthenes-endpoint-");
        Process process = new ProcessBuilder(command(settings, folder))
                .redirectErrorStream(true)
                .start();
        LocalEndpoint endpoint = new LocalEndpoint(process, folder);
        Runtime.getRuntime().addShutdownHook(endpoint.hook);
        Thread reader = new Thread(endpoint::read, "emulator-output");
        reader.setDaemon(true);
        reader.start();
        endpoint.await();
        return endpoint;
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
                "--reserved-mb=" + settings.reservedMegabytes(),
                "--log=" + folder.resolve("calls.jsonl")));
        if (settings.javaHome() != null) {
            command.add("--java=" + settings.javaHome());
        }
        return command;
    }

    /** Reads all that it prints, so that it never waits for a reader. */
    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                Matcher address = ADDRESS.matcher(line);
                if (address.matches()) {
                    base.complete(address.group(1));
                }
            }
            base.completeExceptionally(new IOException("the emulator ended"));
        } catch (IOException e) {
            base.completeExceptionally(e);
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

    private void await() throws IOException {
        try {
            base.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            close();
            synchronized (lastLines) {
                throw new IOException("the emulator does not serve:\n" + String.join("\n", lastLines), e);
            }
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
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
