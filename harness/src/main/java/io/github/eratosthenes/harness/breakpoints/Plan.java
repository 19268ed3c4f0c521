package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.harness.endpoint.Survey;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.JsonFile;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that settles a run; kept beside its results until it is finished, so that an interrupted one can go on.
 *
 * @param strategies the strategies' ids
 * @param memoryMegabytes the memory sizes
 * @param kinds what is raised
 * @param confirmations how many tries must agree on either side of an edge
 * @param rechecks how many times both sides are tried once more, in rounds over all edges
 * @param precisionPercent how far the two sides of an edge of time may be apart
 * @param endpoint the address; empty: a local emulator
 * @param api the local emulator's kind of API
 * @param javaHome the local functions' JDK; empty: this program's
 * @param reservedMegabytes what the local functions' machines keep for themselves; null: as the emulator takes it to be
 * @param gatewayTimeoutSeconds how long the endpoint waits for a function; null: as its kind does
 * @param calibration the local emulator's calibration; null: none
 */
record Plan(
        List<String> strategies,
        List<Integer> memoryMegabytes,
        List<Kind> kinds,
        int confirmations,
        int rechecks,
        int precisionPercent,
        String endpoint,
        String api,
        String javaHome,
        @Nullable Integer reservedMegabytes,
        @Nullable Integer gatewayTimeoutSeconds,
        @Nullable String calibration) {

    /** Returns how long an endpoint waits for a function. */
    double limitSeconds(Endpoint endpoint) {
        return gatewayTimeoutSeconds == null ? Survey.limitSeconds(endpoint) : gatewayTimeoutSeconds;
    }

    /** Returns every round: first all searches, then the checks of what they found. */
    List<List<Planned>> rounds() {
        return IntStream.rangeClosed(0, rechecks)
                .mapToObj(round ->
                        searches().stream().map(search -> search.again(round)).toList())
                .toList();
    }

    /** Returns every edge to look for, the smallest memory size first. */
    List<Planned> searches() {
        List<Planned> searches = new ArrayList<>();
        for (int memory : memoryMegabytes) {
            for (Kind kind : kinds) {
                strategies.forEach(id -> searches.add(new Planned(SieveStrategy.fromId(id), memory, kind)));
            }
        }
        return searches;
    }

    /** Keeps the plan beside the results. */
    void write(ResultFolder folder) throws IOException {
        JsonFile.write(folder.unfinishedBreakpoints(), this);
    }

    /** Reads the plan of an unfinished run. */
    static Plan read(ResultFolder folder) throws IOException {
        Path file = folder.unfinishedBreakpoints();
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no unfinished run in " + folder.path());
        }
        return JsonFile.read(file, Plan.class);
    }

    /** Forgets the plan: the run is finished. */
    static void delete(ResultFolder folder) throws IOException {
        Files.deleteIfExists(folder.unfinishedBreakpoints());
    }

    /** Returns the folder whose unfinished run is the newest. */
    static Optional<ResultFolder> newest(Path results) throws IOException {
        return ResultFolder.newest(results, ResultFolder::unfinishedBreakpoints);
    }
}
