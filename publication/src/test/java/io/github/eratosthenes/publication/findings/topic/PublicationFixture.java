package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.Fixture;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.ExplanationFile;
import io.github.eratosthenes.results.files.ExplanationFile.Cell;
import io.github.eratosthenes.results.files.ExplanationFile.Fit;
import io.github.eratosthenes.results.files.ExplanationFile.Price;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A publication with all parts: real but hasty studies, which prove little, and made-up counts, edges and costs. */
public final class PublicationFixture {

    private static final Path YARDSTICK = Path.of("src/test/resources/fixture-yardstick");
    private static final int RESERVED = 55;

    private PublicationFixture() {}

    /** Writes a publication of a name into a folder of results. */
    public static Path write(Path results, String name) throws IOException {
        Path publication = Files.createDirectories(results.resolve(name));
        copy(Fixture.STRATEGIES, publication.resolve(Parts.STUDY));
        copy(Fixture.JDKS, publication.resolve(Parts.VARIANTS));
        copy(YARDSTICK, publication.resolve(Parts.YARDSTICK));
        Path endpoint =
                Fixture.withEndpoint(Fixture.STRATEGIES, Files.createDirectories(publication.resolve("made-up")));
        BreakpointsFile edges = BreakpointsFile.read(find(endpoint, ResultFolder.BREAKPOINTS));
        edges.write(part(publication, Parts.EDGES).breakpoints());
        reserved(edges).write(part(publication, Parts.EDGES_RESERVED).breakpoints());
        Files.copy(
                find(endpoint, ResultFolder.LOAD), part(publication, Parts.LOAD).load());
        work(part(publication, Parts.WORK));
        return publication;
    }

    private static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static ResultFolder part(Path publication, String name) throws IOException {
        Path part = Files.createDirectories(publication.resolve(name));
        ResultFolder folder = new ResultFolder(part);
        Files.copy(new ResultFolder(Fixture.STRATEGIES).environment(), folder.environment());
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static BreakpointsFile reserved(BreakpointsFile file) {
        Endpoint endpoint = file.endpoint();
        return new BreakpointsFile(
                new Endpoint(
                        endpoint.kind(),
                        endpoint.url(),
                        endpoint.api(),
                        endpoint.memoryLimit(),
                        endpoint.cpu(),
                        RESERVED,
                        endpoint.jdk(),
                        endpoint.tier()),
                file.start(),
                file.seconds(),
                file.calls(),
                file.confirmations(),
                file.timeLimitSeconds(),
                file.breakpoints());
    }

    private static void work(ResultFolder folder) throws IOException {
        List<Work> works = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        long unit = 1000;
        for (String strategy : List.of("boolean-array", "bitset", "linear", "wheel", "atkin")) {
            for (long max : List.of(1_000_000L, 10_000_000L)) {
                works.add(new Work(
                        strategy,
                        max,
                        1,
                        3 * max,
                        max,
                        2 * max,
                        max,
                        max,
                        0,
                        max / 2,
                        max / 4,
                        max / 8,
                        max / unit,
                        0,
                        max,
                        max,
                        max,
                        max));
                cells.add(new Cell(
                        strategy, max, 1, new Interval(0.9 * max, max, 1.1 * max), List.of(0.5 * max, 0.4 * max)));
            }
            unit *= 2;
        }
        new WorkFile(25, "32K/8", "512K/8", 2_048, works, List.of("linear at 10^9: too many accesses"))
                .write(folder.work());
        new ExplanationFile(
                        Parts.STUDY,
                        "25",
                        "C2",
                        List.of(new Price("accesses", 0.17), new Price("branches", 0.07)),
                        cells,
                        new Fit(0.1, cells.get(0), null),
                        List.of(),
                        List.of())
                .write(folder.explanation());
    }
}
