package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a result folder. Each part is present if its file exists. A missing part is taken from the first further
 * folder of the same day and machine ({@code <folder>-2}, {@code <folder>-3}, …) that has it. Study, breakpoints and load run are
 * measured by different commands, but belong together.
 *
 * @param main the folder itself
 * @param study the JMH study
 * @param breakpoints where the strategies break on an endpoint
 * @param load the times and costs of calls to an endpoint
 * @param yardstick the fast sieves beside the native library primesieve
 * @param explanation the study's times beside the times that counted work explains
 * @param origins the folder that each part is from, by the name of its file
 */
public record ResultData(
        Origin main,
        Optional<Study> study,
        Optional<BreakpointsFile> breakpoints,
        Optional<LoadFile> load,
        Optional<Yardstick> yardstick,
        Optional<ExplanationFile> explanation,
        Map<String, Origin> origins) {

    /** The names of the parts' files. */
    private static final List<String> PARTS = List.of(
            ResultFolder.JMH,
            ResultFolder.BREAKPOINTS,
            ResultFolder.LOAD,
            ResultFolder.YARDSTICK,
            ResultFolder.EXPLANATION);

    /**
     * The folder of a part.
     *
     * @param environment where and when the part was measured
     */
    public record Origin(ResultFolder folder, Environment environment) {

        private static Origin read(Path path) throws IOException {
            ResultFolder folder = new ResultFolder(path);
            return new Origin(folder, Environment.read(folder.environment()));
        }

        /** Returns the folder's name. */
        public String name() {
            return String.valueOf(folder.path().toAbsolutePath().normalize().getFileName());
        }

        private List<String> parts() {
            return PARTS.stream()
                    .filter(part -> Files.exists(folder.path().resolve(part)))
                    .toList();
        }

        /** Returns the day on which the measuring began, as yyyy-mm-dd. */
        public String date() {
            return environment.sittings().stream()
                    .map(sitting -> sitting.start().split("T", 2)[0])
                    .findFirst()
                    .orElse("undated");
        }
    }

    /** Reads one file. */
    private interface Reader<T> {
        T read(ResultFolder folder) throws IOException;
    }

    /**
     * Reads a result folder, and its missing parts from the further folders.
     *
     * @throws IOException if the folder has no environment.json, or if a file has other content than its name promises
     */
    public static ResultData read(Path path) throws IOException {
        Origin main = Origin.read(path);
        Map<String, Origin> origins = origins(main);
        return new ResultData(
                main,
                part(origins.get(ResultFolder.JMH), folder -> Study.of(StudyData.read(folder))),
                part(origins.get(ResultFolder.BREAKPOINTS), folder -> BreakpointsFile.read(folder.breakpoints())),
                part(origins.get(ResultFolder.LOAD), folder -> LoadFile.read(folder.load())),
                part(origins.get(ResultFolder.YARDSTICK), folder -> Yardstick.read(folder.yardstick())),
                part(origins.get(ResultFolder.EXPLANATION), folder -> ExplanationFile.read(folder.explanation())),
                origins);
    }

    private static <T> Optional<T> part(@Nullable Origin origin, Reader<T> reader) throws IOException {
        return origin == null ? Optional.empty() : Optional.of(reader.read(origin.folder()));
    }

    private static Map<String, Origin> origins(Origin main) throws IOException {
        Map<String, Origin> origins = new LinkedHashMap<>();
        Path path = main.folder().path().toAbsolutePath().normalize();
        for (int copy = 1; copy == 1 || isFolder(further(path, copy)); copy++) {
            Origin origin = copy == 1 ? main : Origin.read(further(path, copy));
            if (origin.environment().machine().equals(main.environment().machine())) {
                origin.parts().forEach(part -> origins.putIfAbsent(part, origin));
            }
        }
        return Collections.unmodifiableMap(origins);
    }

    private static Path further(Path path, int copy) {
        return path.resolveSibling(path.getFileName() + "-" + copy);
    }

    /**
     * Returns the result folders at the paths, sorted by name. Each path is a result folder or contains result folders.
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

    /**
     * Reads the newest of the result folders at a path, by name.
     *
     * @throws IOException if there is no result folder, or if one cannot be read
     */
    public static ResultData newest(Path path) throws IOException {
        List<ResultData> all = new ArrayList<>();
        for (Path folder : folders(List.of(path))) {
            all.add(read(folder));
        }
        if (all.isEmpty()) {
            throw new IOException("no results in " + path);
        }
        List<ResultData> results = withoutRepeated(all);
        return results.get(results.size() - 1);
    }

    private static boolean isFolder(Path path) {
        return Files.exists(new ResultFolder(path).environment());
    }

    /**
     * Returns the results without those whose parts are all shown with another result.
     *
     * @param all results in any order
     */
    public static List<ResultData> withoutRepeated(List<ResultData> all) {
        return all.stream()
                .filter(data -> all.stream().noneMatch(other -> other.shows(data.main())))
                .toList();
    }

    /** Returns whether all parts of another folder are shown with this one. */
    private boolean shows(Origin other) {
        return !other.name().equals(main.name())
                && other.parts().stream().allMatch(part -> {
                    Origin origin = origins.get(part);
                    return origin != null && origin.name().equals(other.name());
                });
    }

    /** Returns the folder's name. */
    public String name() {
        return main.name();
    }

    /** Returns the day on which the measuring began, as yyyy-mm-dd. */
    public String date() {
        return main.date();
    }

    /** Returns the machine in a few words. */
    public String machine() {
        Environment.Hardware hardware = main.environment().hardware();
        String cpu = hardware.cpu();
        return (cpu == null ? main.environment().machine() : cpu) + ", " + hardware.cores() + " cores";
    }

    /** Returns the folders of all parts, each once; the folder itself if there is no part. */
    public List<Origin> distinctOrigins() {
        return origins.isEmpty()
                ? List.of(main)
                : origins.values().stream().distinct().toList();
    }

    /**
     * Returns the folder of the file with a chart's figures.
     *
     * @throws IllegalArgumentException if the file is not one of the parts
     */
    public Origin origin(String file) {
        Origin origin = origins.get(file);
        if (origin == null) {
            throw new IllegalArgumentException(name() + " has no " + file);
        }
        return origin;
    }
}
