package io.github.eratosthenes.results.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One folder of results, named {@code <date>-<machine>}.
 *
 * @param path the path of the folder
 */
public record ResultFolder(Path path) {

    /** The name of {@link #jmh()}. */
    public static final String JMH = "jmh.json";

    /** The name of {@link #breakpoints()}. */
    public static final String BREAKPOINTS = "breakpoints.json";

    /** The name of {@link #load()}. */
    public static final String LOAD = "load.json";

    /** The name of {@link #explanation()}. */
    public static final String EXPLANATION = "explanation.json";

    /**
     * Makes a new folder in the results directory. If the name is taken, the new folder gets the first free name of name-2,
     * name-3 and so on.
     */
    public static ResultFolder create(Path results, LocalDate date, String machine) throws IOException {
        Files.createDirectories(results);
        String name = date + "-" + machine;
        for (int copy = 1; ; copy++) {
            Path path = results.resolve(copy == 1 ? name : name + "-" + copy);
            try {
                return new ResultFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException e) {
                // try the next number
            }
        }
    }

    /**
     * Returns the folder with an unfinished run in the results directory; of several, the one that changed last.
     *
     * @param unfinished returns the path inside a folder that exists only while the folder's run is unfinished
     */
    public static Optional<ResultFolder> newest(Path results, Function<ResultFolder, Path> unfinished)
            throws IOException {
        if (!Files.isDirectory(results)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(results)) {
            return folders.map(ResultFolder::new)
                    .filter(folder -> Files.exists(unfinished.apply(folder)))
                    .max(Comparator.comparing(folder -> lastTouched(unfinished.apply(folder))));
        }
    }

    private static FileTime lastTouched(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file of measurements, in JMH's format. */
    public Path jmh() {
        return path.resolve(JMH);
    }

    /** Returns the file of the plan: every cell, including the skipped ones; see {@link StudyFile}. */
    public Path study() {
        return path.resolve("study.json");
    }

    /** Returns the file that describes the machine and the run. */
    public Path environment() {
        return path.resolve("environment.json");
    }

    /** Returns the file with the scores of the warm-up iterations; see {@link WarmupFile}. */
    public Path warmup() {
        return path.resolve("warmup.json");
    }

    /** Returns the file of breakpoints; see {@link BreakpointsFile}. */
    public Path breakpoints() {
        return path.resolve(BREAKPOINTS);
    }

    /** Returns the file of a load run; see {@link LoadFile}. */
    public Path load() {
        return path.resolve(LOAD);
    }

    /** Returns the file of a load run for spreadsheets. */
    public Path loadCsv() {
        return path.resolve("load.csv");
    }

    /** Returns the file of a load run for people. */
    public Path loadText() {
        return path.resolve("load.txt");
    }

    /** Returns the file from which an unfinished search for breakpoints can be resumed. */
    public Path unfinishedBreakpoints() {
        return path.resolve("unfinished-breakpoints.json");
    }

    /** Returns the file with the counted work of each sieve; see {@link WorkFile}. */
    public Path work() {
        return path.resolve("work.json");
    }

    /** Returns the file that explains a study's times by counts; see {@link ExplanationFile}. */
    public Path explanation() {
        return path.resolve(EXPLANATION);
    }

    /** Returns the folder's data files that exist. */
    public List<Path> dataFiles() {
        return Stream.of(
                        environment(),
                        study(),
                        jmh(),
                        warmup(),
                        work(),
                        explanation(),
                        breakpoints(),
                        load(),
                        loadCsv(),
                        report(),
                        loadText())
                .filter(Files::exists)
                .toList();
    }

    /** Returns the file with the report as it was printed. */
    public Path report() {
        return path.resolve("report.txt");
    }

    /** Returns the folder from which an unfinished study can be resumed. A result folder without it can be published. */
    public Path unfinished() {
        return path.resolve("unfinished");
    }
}
