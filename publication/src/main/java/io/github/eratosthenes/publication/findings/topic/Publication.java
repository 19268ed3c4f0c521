package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder whose sub-folders are result folders, one for each part that was measured.
 *
 * @param folder where it is
 * @param parts what each finished part holds, by the name of its sub-folder
 */
public record Publication(Path folder, Map<String, ResultData> parts) {

    /**
     * Reads a publication.
     *
     * @throws IOException if a part is not what its files say
     */
    static Publication read(Path folder) throws IOException {
        Map<String, ResultData> parts = new LinkedHashMap<>();
        for (Path part : parts(folder)) {
            parts.put(String.valueOf(part.getFileName()), ResultData.read(part));
        }
        return new Publication(folder, parts);
    }

    /**
     * Returns the publications in a folder of results, the newest by name first.
     *
     * @throws IOException if the folder cannot be listed, or a publication cannot be read
     */
    public static List<Publication> all(Path results) throws IOException {
        List<Publication> all = new ArrayList<>();
        for (Path folder : folders(results)) {
            if (!isPart(folder) && !parts(folder).isEmpty()) {
                all.add(0, read(folder));
            }
        }
        return List.copyOf(all);
    }

    private static List<Path> parts(Path folder) throws IOException {
        return folders(folder).stream().filter(Publication::isPart).toList();
    }

    /**
     * Returns whether a folder is a finished part. A part that is still being measured has an "unfinished" folder or file, and
     * publishes nothing.
     */
    private static boolean isPart(Path folder) {
        ResultFolder part = new ResultFolder(folder);
        return Files.exists(part.environment())
                && !Files.exists(part.unfinished())
                && !Files.exists(part.unfinishedBreakpoints());
    }

    private static List<Path> folders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Returns the folder's name. */
    public String name() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** Returns whether all of these parts are there. */
    public boolean has(List<String> names) {
        return parts.keySet().containsAll(names);
    }

    /**
     * Returns a part.
     *
     * @throws IllegalArgumentException if it is not there
     */
    ResultData part(String name) {
        ResultData part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("the publication " + name() + " has no part " + name);
        }
        return part;
    }

    /**
     * Returns the study of a part.
     *
     * @throws IllegalArgumentException if it is not there
     */
    Study study(String name) {
        return part(name)
                .study()
                .orElseThrow(
                        () -> new IllegalArgumentException("the part " + name + " of " + name() + " has no study"));
    }

    /**
     * Reads the study of the native library beside the sieves, whose cells are ranges.
     *
     * @throws IOException if it is not a study
     */
    StudyData yardstick() throws IOException {
        return StudyData.read(new ResultFolder(folder.resolve(Parts.YARDSTICK)));
    }

    /** Returns a machine's processor and cores in words. */
    static String machine(ResultData part) {
        Environment.Hardware hardware = part.main().environment().hardware();
        String cpu = hardware.cpu();
        return (cpu == null ? part.main().environment().machine() : cpu)
                + (Boolean.TRUE.equals(hardware.hypervisor()) ? " (a virtual machine)" : "") + ", " + hardware.cores()
                + " cores";
    }
}
