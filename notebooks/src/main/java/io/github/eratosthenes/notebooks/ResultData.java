package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.benchmarks.environment.Environment;
import io.github.eratosthenes.benchmarks.report.StudyData;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile;
import io.github.eratosthenes.benchmarks.results.LoadFile;
import io.github.eratosthenes.benchmarks.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one result folder holds; each part is there if its file is.
 *
 * @param folder where it was read from
 * @param environment where and when it was measured
 * @param study the JMH study
 * @param breakpoints where the strategies break on an endpoint
 * @param load what calls to an endpoint took and cost
 * @param yardstick the fast sieves beside the native library primesieve
 */
public record ResultData(
        ResultFolder folder,
        Environment environment,
        Optional<Study> study,
        Optional<BreakpointsFile> breakpoints,
        Optional<LoadFile> load,
        Optional<Yardstick> yardstick) {

    /** Reads one file. */
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Reads a result folder.
     *
     * @throws IOException if it has no environment.json, or a file is not what its name says
     */
    public static ResultData read(Path path) throws IOException {
        ResultFolder folder = new ResultFolder(path);
        Environment environment = Environment.read(folder.environment());
        return new ResultData(
                folder,
                environment,
                Files.exists(folder.jmh()) ? Optional.of(new Study(StudyData.read(folder))) : Optional.empty(),
                ifThere(folder.breakpoints(), BreakpointsFile::read),
                ifThere(folder.load(), LoadFile::read),
                ifThere(folder.yardstick(), Yardstick::read));
    }

    /**
     * Returns the result folders at the paths, each of which is one or holds some; sorted by name.
     *
     * @throws IOException if a path cannot be listed
     */
    public static List<Path> folders(List<Path> paths) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (Path path : paths) {
            if (isFolder(path)) {
                folders.add(path);
            } else if (Files.isDirectory(path)) {
                try (Stream<Path> children = Files.list(path)) {
                    children.filter(ResultData::isFolder).sorted().forEach(folders::add);
                }
            }
        }
        return List.copyOf(folders);
    }

    private static boolean isFolder(Path path) {
        return Files.exists(new ResultFolder(path).environment());
    }

    private static <T> Optional<T> ifThere(Path file, Reader<T> reader) throws IOException {
        return Files.exists(file) ? Optional.of(reader.read(file)) : Optional.empty();
    }

    /** Returns the folder's name. */
    public String name() {
        return String.valueOf(folder.path().toAbsolutePath().normalize().getFileName());
    }

    /** Returns the day on which the measuring began, as yyyy-mm-dd. */
    public String date() {
        return environment.sittings().stream()
                .map(sitting -> sitting.start().split("T", 2)[0])
                .findFirst()
                .orElse("undated");
    }

    /** Returns the machine in a few words. */
    public String machine() {
        String cpu = environment.hardware().cpu();
        return (cpu == null ? environment.machine() : cpu) + ", "
                + environment.hardware().cores() + " cores";
    }
}
