package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a publication. A part's command makes a result folder of its own in {@code <part>.unfinished}; once it is finished,
 * it becomes {@code <part>} in one step, so that a part with its name is always complete.
 *
 * @param path where it is, made absolute
 */
record PublicationFolder(Path path) {

    private static final String UNFINISHED = ".unfinished";

    /** The copies of the commands in a part's unfinished folder: a build meanwhile must not change what is measured. */
    private static final String COMMANDS = "commands";

    PublicationFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Returns the publication of a results folder that is unfinished, the last to be touched of several. */
    static Optional<PublicationFolder> newestUnfinished(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return Optional.empty();
        }
        List<Path> folders;
        try (Stream<Path> children = Files.list(results)) {
            folders = children.filter(child -> Files.exists(child.resolve(PublicationFile.NAME)))
                    .sorted(Comparator.comparing(PublicationFolder::touched).reversed())
                    .toList();
        }
        for (Path folder : folders) {
            PublicationFolder publication = new PublicationFolder(folder);
            if (!publication.isFinished(PublicationFile.read(folder))) {
                return Optional.of(publication);
            }
        }
        return Optional.empty();
    }

    private static FileTime touched(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(PublicationFile.NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isFinished(PublicationFile file) {
        return file.chosenSteps().stream()
                .allMatch(step -> step.part() == null ? file.time(step).finished() : isFinished(step.part()));
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    Path part(Part part) {
        return path.resolve(part.folder());
    }

    /** Returns whether a part is complete. */
    boolean isFinished(Part part) {
        return Files.exists(new ResultFolder(part(part)).environment());
    }

    /** Returns where a part's command makes its result folder. */
    Path unfinished(Part part) {
        return path.resolve(part.folder() + UNFINISHED);
    }

    /** Returns where the copies of the commands are that an unfinished part began with. */
    static Path commands(Path unfinished) {
        return unfinished.resolve(COMMANDS);
    }

    /** Returns the result folder that a part's command has begun. */
    Optional<ResultFolder> begun(Part part) throws IOException {
        Path unfinished = unfinished(part);
        if (!Files.isDirectory(unfinished)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(unfinished)) {
            return children.filter(child -> Files.exists(new ResultFolder(child).environment()))
                    .findFirst()
                    .map(ResultFolder::new);
        }
    }

    /** Returns whether a result folder's command says that there is more to do. */
    static boolean isResumable(ResultFolder folder) {
        return Files.exists(folder.unfinished()) || Files.exists(folder.unfinishedBreakpoints());
    }

    /**
     * Returns whether a command that could go on has nothing more to do. Of the others none tells, and they take minutes: they begin
     * anew.
     */
    static boolean isComplete(Part part, ResultFolder folder) {
        return switch (part) {
            case STUDY, VARIANTS, YARDSTICK, BREAKPOINTS, BREAKPOINTS_RESERVED ->
                !isResumable(folder) && Files.exists(folder.path().resolve(part.file()));
            case WORK, LOAD -> false;
        };
    }

    /** Makes the result folder of a finished command the part. */
    void finish(Part part, ResultFolder measured) throws IOException {
        Files.deleteIfExists(measured.path().resolve(ReportPage.NAME)); // the publication has one
        Files.move(measured.path(), part(part), StandardCopyOption.ATOMIC_MOVE);
        forget(part);
    }

    /** Deletes what an unfinished part has so far. */
    void forget(Part part) throws IOException {
        Path unfinished = unfinished(part);
        if (!Files.exists(unfinished)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(unfinished)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }

    /** Returns the environment of a finished part. */
    Environment environment(Part part) throws IOException {
        return Environment.read(new ResultFolder(part(part)).environment());
    }

    /** Returns whether a file is neither a page nor of an unfinished part. */
    private boolean isPublished(Path file) {
        return !file.toString().endsWith(".html")
                && !path.relativize(file).getName(0).toString().endsWith(UNFINISHED);
    }

    /** Returns the bytes of all files that are published: all but pages, which are made of them. */
    long publishedBytes() throws IOException {
        List<Path> files;
        try (Stream<Path> tree = Files.walk(path)) {
            files = tree.filter(file -> Files.isRegularFile(file) && isPublished(file))
                    .toList();
        }
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
