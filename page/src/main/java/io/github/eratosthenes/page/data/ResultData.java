package io.github.eratosthenes.page.data;

import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.LoadFile;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.WorkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a result folder or a publication holds; each part is there if its file is.
 *
 * @param main the folder itself; a publication has the environment of its first part
 * @param study the JMH study of the sieves
 * @param variants the study that has several JDKs and compilers; in a result folder the same as the study
 * @param yardstick the fast sieves beside the native library primesieve
 * @param work what each sieve does, counted
 * @param explanation the study's times beside those that counted work explains
 * @param breakpoints where the strategies break on an endpoint: the part of {@link #breakpointsPart()}
 * @param load what calls to an endpoint took and cost
 * @param origins where each part is from
 */
public record ResultData(
        Origin main,
        Optional<Study> study,
        Optional<Study> variants,
        Optional<Yardstick> yardstick,
        Optional<WorkFile> work,
        Optional<ExplanationFile> explanation,
        Optional<BreakpointsFile> breakpoints,
        Optional<LoadFile> load,
        Map<Part, Origin> origins) {

    /** Reads one file of a folder. */
    private interface Reader<T> {
        T read(Path file) throws IOException;
    }

    /**
     * Reads a result folder or a publication.
     *
     * @throws IOException if it is neither, or a file is not what its name says
     */
    public static ResultData read(Path path) throws IOException {
        List<Part> parts = Folders.parts(path);
        return parts.isEmpty() || Folders.isResult(path) ? readFolder(path) : readPublication(path, parts);
    }

    private static ResultData readFolder(Path path) throws IOException {
        Origin main = Origin.read(Folders.name(path), new ResultFolder(path));
        Map<Part, Origin> origins = new EnumMap<>(Part.class);
        Stream.of(Part.values())
                .filter(part -> part != Part.BREAKPOINTS_RESERVED)
                .forEach(part -> origins.put(part, main));
        return of(main, origins);
    }

    private static ResultData readPublication(Path path, List<Part> parts) throws IOException {
        String name = Folders.name(path);
        Map<Part, Origin> origins = new EnumMap<>(Part.class);
        for (Part part : parts) {
            ResultFolder folder = new ResultFolder(path.resolve(part.folder()));
            origins.put(part, Origin.read(name + "/" + part.folder(), folder));
        }
        Origin first = Objects.requireNonNull(origins.get(parts.get(0)));
        return of(new Origin(name, new ResultFolder(path), first.environment()), origins);
    }

    private static ResultData of(Origin main, Map<Part, Origin> origins) throws IOException {
        Map<Origin, StudyData> studies = new HashMap<>();
        for (Origin origin : origins.values()) {
            if (!studies.containsKey(origin) && Files.exists(origin.folder().jmh())) {
                studies.put(origin, StudyData.read(origin.folder()));
            }
        }
        Function<Part, Optional<StudyData>> study = part -> Optional.ofNullable(studies.get(origins.get(part)));
        return new ResultData(
                main,
                study.apply(Part.STUDY).filter(Study::isIn).map(Study::of),
                study.apply(Part.VARIANTS).filter(Study::isIn).map(Study::of),
                study.apply(Part.YARDSTICK).filter(Yardstick::isIn).map(Yardstick::of),
                file(origins.get(Part.WORK), ResultFolder::work, WorkFile::read),
                file(origins.get(Part.WORK), ResultFolder::explanation, ExplanationFile::read),
                file(origins.get(breakpointsPart(origins)), ResultFolder::breakpoints, BreakpointsFile::read),
                file(origins.get(Part.LOAD), ResultFolder::load, LoadFile::read),
                Collections.unmodifiableMap(origins));
    }

    /**
     * Returns the part that the breakpoints are from. A real function's machine keeps memory for itself, so of two parts it is the
     * one with reserved memory.
     */
    public Part breakpointsPart() {
        return breakpointsPart(origins);
    }

    private static Part breakpointsPart(Map<Part, Origin> origins) {
        return origins.containsKey(Part.BREAKPOINTS_RESERVED) ? Part.BREAKPOINTS_RESERVED : Part.BREAKPOINTS;
    }

    private static <T> Optional<T> file(@Nullable Origin origin, Function<ResultFolder, Path> name, Reader<T> reader)
            throws IOException {
        if (origin == null || !Files.exists(name.apply(origin.folder()))) {
            return Optional.empty();
        }
        return Optional.of(reader.read(name.apply(origin.folder())));
    }

    /**
     * Returns the result folders and publications at the paths, each of which is one or holds some; sorted by name.
     *
     * @throws IOException if a path cannot be listed
     */
    public static List<Path> folders(List<Path> paths) throws IOException {
        return Folders.of(paths);
    }

    /**
     * Reads the newest, by name, of the result folders and publications at a path.
     *
     * @throws IOException if there is none, or it cannot be read
     */
    public static ResultData newest(Path path) throws IOException {
        List<Path> folders = folders(List.of(path));
        if (folders.isEmpty()) {
            throw new IOException("no results in " + path);
        }
        return read(folders.get(folders.size() - 1));
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

    /** Returns the folders that any part is from, each once, in the parts' order. */
    public List<Origin> distinctOrigins() {
        return origins.values().stream().distinct().toList();
    }

    /**
     * Returns where a part is from.
     *
     * @throws IllegalArgumentException if this does not have it
     */
    public Origin origin(Part part) {
        Origin origin = origins.get(part);
        if (origin == null) {
            throw new IllegalArgumentException(name() + " has no " + part.folder());
        }
        return origin;
    }
}
