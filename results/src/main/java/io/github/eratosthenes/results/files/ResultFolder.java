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
 * @param path where it is
 */
public record ResultFolder(Path path) {

    /** The name of {@link #jmh()}. */
    public static final String JMH = "jmh.json";

    /** The name of {@link #breakpoints()}. */
    public static final String BREAKPOINTS = "breakpoints.json";

    /** The name of {@link #load()}. */
    public static final String LOAD = "load.json";

    /** The name of {@link #yardstick()}. */
    public static final String YARDSTICK = "yardstick.json";

    /** The name of {@link #explanation()}. */
    public static final String EXPLANATION = "explanation.json";

    /**
     * Makes a new folder under the results directory. An earlier one of the same name is left alone: the new one is then
     * the first of name-2, name-3 and so on that is free.
     */
    public static ResultFolder create(Path results, LocalDate date, String machine) throws IOException {
        Files.createDirectories(results);
        String name = date + "-" + machine;
        for (int copy = 1; ; copy++) {
            Path path = results.resolve(copy == 1 ? name : name + "-" + copy);
            try {
                return new ResultFolder(Files.createDirectory(path));
            } catch (FileAlreadyExistsException e) {
                // the next number, then
            }
        }
    }

    /**
     * Returns the folder of the results directory that keeps an unfinished run, the last to be touched of several.
     *
     * @param unfinished what such a folder has
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

    /** The measurements, as JMH writes them. */
    public Path jmh() {
        return path.resolve(JMH);
    }

    /** The plan: every cell, with those left out; see {@link StudyFile}. */
    public Path study() {
        return path.resolve("study.json");
    }

    /** The machine and the circumstances. */
    public Path environment() {
        return path.resolve("environment.json");
    }

    /** The scores of the warm-up iterations; see {@link WarmupFile}. */
    public Path warmup() {
        return path.resolve("warmup.json");
    }

    /** Where the strategies break on an endpoint; see {@link BreakpointsFile}. */
    public Path breakpoints() {
        return path.resolve(BREAKPOINTS);
    }

    /** What calls to an endpoint took and cost; see {@link LoadFile}. */
    public Path load() {
        return path.resolve(LOAD);
    }

    /** The same for spreadsheets. */
    public Path loadCsv() {
        return path.resolve("load.csv");
    }

    /** The same for people. */
    public Path loadText() {
        return path.resolve("load.txt");
    }

    /** What a search for breakpoints that has not finished keeps to go on from. */
    public Path unfinishedBreakpoints() {
        return path.resolve("unfinished-breakpoints.json");
    }

    /** JMH's own result of {@code NativeYardstick}: the fast sieves beside libprimesieve. */
    public Path yardstick() {
        return path.resolve(YARDSTICK);
    }

    /** What each sieve does, counted; see {@link WorkFile}. */
    public Path work() {
        return path.resolve("work.json");
    }

    /** A study's times beside those that the counts explain; see {@link ExplanationFile}. */
    public Path explanation() {
        return path.resolve(EXPLANATION);
    }

    /** Returns those of its files that hold data, and exist. */
    public List<Path> dataFiles() {
        return Stream.of(
                        environment(),
                        study(),
                        jmh(),
                        warmup(),
                        yardstick(),
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

    /** The report as it was printed. */
    public Path report() {
        return path.resolve("report.txt");
    }

    /** What a study that has not finished keeps to go on from; a folder without it is fit to be published. */
    public Path unfinished() {
        return path.resolve("unfinished");
    }
}
