package io.github.eratosthenes.benchmarks.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary folder for the files of one run.
 *
 * <p>A run that is killed cannot remove its folder. So each run locks a file in its folder, and the operating system gives the
 * lock back however the run ends: the next run removes the folders whose lock nobody has.
 */
final class WorkFolder implements AutoCloseable {

    private static final String PREFIX = "eratosthenes-work-";
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel lock;

    private WorkFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates a folder where temporary files go. */
    static WorkFolder create() throws IOException {
        return create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Creates a folder in another one, and removes those in it that killed runs have left. */
    static WorkFolder create(Path parent) throws IOException {
        removeAbandoned(parent);
        Path path = Files.createTempDirectory(parent, PREFIX);
        path.toFile().deleteOnExit(); // where this JVM is ended before close
        // Locked before it has its name, so that a folder with a lock file nobody has locked is an abandoned one
        Path unnamed = path.resolve("new");
        FileChannel lock = FileChannel.open(unnamed, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        Files.move(unnamed, path.resolve(LOCK));
        WorkFolder folder = new WorkFolder(path, lock);
        folder.file(LOCK);
        return folder;
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isAbandoned(folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // this JVM has it
        } catch (IOException e) {
            return false; // no folder of this kind, or somebody else's
        }
    }

    /** Removes a folder and the files in it, which another run may be removing as well. */
    private static void remove(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(folder);
    }

    /** Returns the path of a file in it, which is removed with it. */
    Path file(String name) {
        Path file = path.resolve(name);
        file.toFile().deleteOnExit();
        return file;
    }

    @Override
    public void close() throws IOException {
        remove(path);
        lock.close();
    }
}
