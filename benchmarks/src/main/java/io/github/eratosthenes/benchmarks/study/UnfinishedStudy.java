package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of an unfinished study in its result folder: the program's digest, the JVMs' paths, JMH's results of each finished
 * round, and JMH's log.
 *
 * <p>The results are serialized Java objects, in the form in which JMH sends them between its JVMs. So JMH itself writes the merged
 * file, even for a resumed study. The objects never leave the folder, and are deleted when the study is finished.
 */
final class UnfinishedStudy {

    private static final String JVMS = "jvms.txt";
    private static final String PROGRAM = "program.txt";
    private static final String OTHER_JAR = "other-jar.txt";

    private final ResultFolder folder;

    UnfinishedStudy(ResultFolder folder) {
        this.folder = folder;
    }

    /** Returns the result folder with the unfinished study that changed last. */
    static Optional<ResultFolder> newest(Path results) throws IOException {
        return ResultFolder.newest(results, ResultFolder::unfinished);
    }

    /** Records the program, the JVMs and the other build for the next sitting. */
    void start(List<Jvm> jvms, @Nullable Path otherJar) throws IOException {
        Files.createDirectories(folder.unfinished());
        note(PROGRAM, programs(otherJar));
        if (otherJar != null) {
            note(OTHER_JAR, otherJar.toAbsolutePath().toString());
        }
        List<String> paths =
                jvms.stream().map(jvm -> jvm.executable().toString()).toList();
        note(JVMS, String.join("\n", paths));
    }

    private void note(String name, String content) throws IOException {
        AtomicFile.write(folder.unfinished().resolve(name), out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the digests of the program and of the other build. */
    static String programs(@Nullable Path otherJar) throws IOException {
        return otherJar == null ? Program.digest() : Program.digest() + " " + Program.digest(otherJar.toString());
    }

    /** Returns the other build of the earlier sittings; null if there was none. */
    @Nullable
    Path otherJar() throws IOException {
        Path file = folder.unfinished().resolve(OTHER_JAR);
        return Files.exists(file) ? Path.of(Files.readString(file)) : null;
    }

    /** Returns the digest of the program of the earlier sittings. */
    String program() throws IOException {
        return Files.readString(folder.unfinished().resolve(PROGRAM));
    }

    /** Returns the JVMs of the earlier sittings. */
    List<Jvm> jvms() throws IOException {
        return Jvm.at(Files.readAllLines(folder.unfinished().resolve(JVMS)));
    }

    /** Returns the file with JMH's output of all sittings. */
    Path log() {
        return folder.unfinished().resolve("jmh.log");
    }

    /** Opens the log to add to it. */
    PrintStream openLog() throws IOException {
        return new PrintStream(
                Files.newOutputStream(log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                false,
                StandardCharsets.UTF_8);
    }

    /** Keeps a finished round. */
    void keep(int round, List<Fork> forks) throws IOException {
        AtomicFile.write(file(round), out -> {
            try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
                objects.writeObject(forks.toArray(Fork[]::new));
            }
        });
    }

    /** Returns the finished rounds of the plan's cells. */
    Rounds rounds(List<Measured> cells) throws IOException {
        Rounds rounds = new Rounds(cells);
        for (int round = 1; Files.exists(file(round)); round++) {
            rounds.add(read(file(round)));
        }
        return rounds;
    }

    private static List<Fork> read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ObjectInputStream objects = new ObjectInputStream(in)) {
            return List.of((Fork[]) objects.readObject());
        } catch (ClassNotFoundException | ClassCastException | EOFException | ObjectStreamException e) {
            throw new IOException(file + " was not written by this version of the study: " + e, e);
        }
    }

    /**
     * Deletes everything, because the study is finished. The files first leave the result folder in one step, and are deleted
     * afterwards, so that an interruption never leaves only some of the rounds.
     */
    void discard() throws IOException {
        Path discarded = folder.path().resolveSibling("." + folder.path().getFileName() + "-discarded");
        Files.move(folder.unfinished(), discarded, StandardCopyOption.ATOMIC_MOVE);
        List<Path> files = new ArrayList<>();
        try (Stream<Path> kept = Files.list(discarded)) {
            kept.forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(discarded);
    }

    private Path file(int round) {
        return folder.unfinished().resolve("round-" + round + ".ser");
    }
}
