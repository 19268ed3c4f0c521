package io.github.eratosthenes.benchmarks.results;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * One folder of results, named {@code <date>-<machine>}.
 *
 * @param path where it is
 */
public record ResultFolder(Path path) {

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

    /** The measurements, as JMH writes them. */
    public Path jmh() {
        return path.resolve("jmh.json");
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
        return path.resolve("breakpoints.json");
    }

    /** What calls to an endpoint took and cost; see {@link LoadFile}. */
    public Path load() {
        return path.resolve("load.json");
    }

    /** JMH's own result of {@code NativeYardstick}: the fast sieves beside libprimesieve. */
    public Path yardstick() {
        return path.resolve("yardstick.json");
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
