package io.github.eratosthenes.benchmarks.compare;

import io.github.eratosthenes.results.files.CellKey;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.JmhFile;
import io.github.eratosthenes.results.files.Measurement;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyFile;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the two results: its measurements and, for a study's folder, their circumstances.
 *
 * @param measurements the measurements
 * @param circumstances the conditions that should be the same in both results, by name; empty for a plain JMH file
 * @param skipped the reasons why the plan skipped cells; empty for a plain JMH file
 */
record Side(List<Measurement> measurements, Map<String, String> circumstances, Map<CellKey, String> skipped) {

    /** Reads a result folder or a JMH JSON file. */
    static Side read(Path path) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        Path file = Files.isDirectory(path) ? folder.jmh() : path;
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no result at " + file);
        }
        return new Side(
                JmhFile.read(file),
                Files.isRegularFile(folder.environment())
                        ? circumstances(Environment.read(folder.environment()))
                        : Map.of(),
                Files.isRegularFile(folder.study()) ? skipped(StudyFile.read(folder.study())) : Map.of());
    }

    private static Map<String, String> circumstances(Environment environment) {
        Environment.Hardware hardware = environment.hardware();
        Environment.OperatingSystem system = environment.system();
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("CPU", String.valueOf(hardware.cpu()));
        circumstances.put("cores", String.valueOf(hardware.cores()));
        circumstances.put("caches", hardware.caches().toString());
        circumstances.put("governor", String.valueOf(hardware.governor()));
        circumstances.put("memory in MB", String.valueOf(hardware.memoryMegabytes()));
        circumstances.put("kernel", system.name() + " " + system.kernel());
        circumstances.put("transparent huge pages", String.valueOf(system.transparentHugePages()));
        circumstances.put("container's memory limit", String.valueOf(system.containerMemoryLimit()));
        circumstances.put("container's CPU quota", String.valueOf(system.containerCpuQuota()));
        circumstances.put("collector", environment.collector());
        circumstances.put("JMH", environment.jmhVersion());
        environment
                .jdks()
                .forEach(jdk -> circumstances.put("JDK " + jdk.label(), jdk.version() + " of " + jdk.vendor()));
        environment
                .jvmArguments()
                .forEach((tier, arguments) -> circumstances.put("arguments of " + tier, String.join(" ", arguments)));
        return circumstances;
    }

    private static Map<CellKey, String> skipped(StudyFile study) {
        Map<CellKey, String> skipped = new LinkedHashMap<>();
        for (CellEntry cell : study.cells()) {
            if (cell.skipped() != null) {
                skipped.put(cell.key(), cell.skipped());
            }
        }
        return skipped;
    }

    /** Returns a sentence for each circumstance that is known for both sides and differs. */
    List<String> differences(Side other) {
        return circumstances.entrySet().stream()
                .filter(entry -> other.circumstances.containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().equals(other.circumstances.get(entry.getKey())))
                .map(entry -> "not the same " + entry.getKey() + ": " + entry.getValue() + " in A, "
                        + other.circumstances.get(entry.getKey()) + " in B")
                .toList();
    }

    /** Returns the name of a cell that this side lacks, with the reason if it is known. */
    String lacking(Measurement cell) {
        String reason = skipped.get(cell.key());
        return reason == null
                ? Comparison.unlike(cell, measurements).orElse(cell.label())
                : cell.label() + ", skipped: " + reason;
    }
}
