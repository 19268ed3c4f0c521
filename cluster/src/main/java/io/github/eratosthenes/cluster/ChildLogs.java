package io.github.eratosthenes.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logs of a {@link LoopbackCluster}: {@code master.log} and {@code worker-N.log}, and of each executor that a worker
 * started {@code worker-N/APPLICATION/EXECUTOR/stderr}.
 */
final class ChildLogs {

    /** What a JVM's launcher prints, an uncaught exception, and Log4j. */
    private static final Pattern COMPLAINT =
            Pattern.compile("(Error:|Error occurred|Exception in thread|\\S+ ERROR ).*");

    /** An executor's log is as deep in the folder. */
    private static final int DEPTH = 4;

    private final Path home;

    ChildLogs(Path home) {
        this.home = home;
    }

    /** Returns how many executors were started, those that have ended included. */
    int executors() {
        return executorLogs().size();
    }

    /** Returns what the executor complained of that was started last, of those that did. */
    String executorsComplaint() {
        return executorLogs().stream()
                .sorted(Comparator.comparing(ChildLogs::changed).reversed())
                .flatMap(log -> complaint(log).stream())
                .findFirst()
                .orElse("its log does not say why");
    }

    /** Returns what a master or worker complained of. */
    String complaint(String name) {
        return complaint(home.resolve(name + ".log")).orElse("its log does not say why");
    }

    private List<Path> executorLogs() {
        try (Stream<Path> logs = Files.find(home, DEPTH, (path, attributes) -> path.endsWith("stderr"))) {
            return logs.toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static long changed(Path log) {
        try {
            return Files.getLastModifiedTime(log).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    private static Optional<String> complaint(Path log) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> COMPLAINT.matcher(line).matches()).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
