package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Runs a notebook without a browser and writes its outputs into it; the same data gives the same bytes. */
final class Notebook {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The kernel's note of the JDK that it ran on, which would change the bytes. */
    private static final Pattern JDK = Pattern.compile("(\"pygments_lexer\": \"java\"),\\s*\"version\": \"[^\"]*\"");

    private Notebook() {}

    /**
     * Runs the notebook.
     *
     * @param notebook the file
     * @param results the result folder that the notebook reads, as the variable ERATOSTHENES_RESULTS
     * @param work the build's folder: for the kernel's description, with the kernel in kernel/kernel.jar, its mended class in
     *     kernel/mended and what this library needs in kernel/lib
     * @throws IOException if a cell fails
     */
    static void run(Path notebook, Path results, Path work) throws IOException {
        Path kernel = work.resolve("kernel").toAbsolutePath();
        Path jupyter = work.resolve("jupyter").toAbsolutePath();
        Path description = Files.createDirectories(jupyter.resolve("kernels").resolve("eratosthenes-java"));
        Map<String, Object> kernelJson = Map.of(
                "argv",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1", // a notebook ends before C2 would pay
                        "-classpath",
                        kernel.resolve("mended") + File.pathSeparator + kernel.resolve("kernel.jar"),
                        "org.rapaio.jupyter.kernel.MainApp",
                        "{connection_file}"),
                "display_name",
                "Java",
                "language",
                "java",
                "env",
                Map.of("RJK_CLASSPATH", classpath(kernel.resolve("lib"))));
        JSON.writeValue(description.resolve("kernel.json").toFile(), kernelJson);
        execute(notebook, results, work, jupyter);
        Files.writeString(notebook, JDK.matcher(Files.readString(notebook)).replaceFirst("$1"));
    }

    private static void execute(Path notebook, Path results, Path work, Path jupyter) throws IOException {
        Program.JUPYTER.run(
                work,
                Map.of(
                        "JUPYTER_PATH",
                        jupyter.toString(),
                        "ERATOSTHENES_RESULTS",
                        results.toAbsolutePath().toString()),
                List.of(
                        "--to",
                        "notebook",
                        "--execute",
                        "--inplace",
                        "--ExecutePreprocessor.kernel_name=eratosthenes-java",
                        "--ExecutePreprocessor.record_timing=False",
                        "--ExecutePreprocessor.startup_timeout=30",
                        "--ExecutePreprocessor.timeout=300",
                        notebook.toAbsolutePath().toString()));
    }

    /** Returns where the notebook's cells find this library and what it needs; a semicolon is between, on any system. */
    private static String classpath(Path libraries) throws IOException {
        try {
            Path own = Path.of(Notebook.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own + ";" + libraries.toAbsolutePath() + "/*.jar";
        } catch (URISyntaxException e) {
            throw new IOException("this library's own place is no file", e);
        }
    }
}
