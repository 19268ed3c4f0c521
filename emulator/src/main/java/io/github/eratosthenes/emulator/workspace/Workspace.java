package io.github.eratosthenes.emulator.workspace;

import io.github.eratosthenes.emulator.cgroup.CgroupFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of one running emulator, and the record of what else it has made.
 *
 * <p>The owner holds a lock on a file in it for as long as it lives, whichever way it ends, so a folder whose lock is
 * free is a leftover. {@link #sweep} removes leftovers of this user, with the cgroups that they record; a group
 * is touched only if it bears the folder's own name. Processes whose current directory is in the folder end with it.
 */
public final class Workspace implements AutoCloseable {
    private static final String PREFIX = "lambda-emulator-";
    private static final String LOCK = "lock";
    private static final String GROUPS = "cgroups";
    private static final Duration EXIT = Duration.ofSeconds(5);

    private final Path folder;
    private final FileChannel channel;

    private Workspace(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Makes a folder of its own in {@code parent} and locks it. */
    public static Workspace create(Path parent) {
        try {
            Path folder = Files.createTempDirectory(parent, PREFIX);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            channel.lock();
            Files.createFile(folder.resolve(GROUPS)); // last: a folder without it is not swept
            return new Workspace(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + parent, e);
        }
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the folder's name, which the cgroups bear too. */
    public String name() {
        return folder.getFileName().toString();
    }

    /** Writes down cgroups, so that a later emulator can remove them if this one cannot. */
    public void record(List<Path> groups) {
        try {
            Files.write(
                    folder.resolve(GROUPS), groups.stream().map(Path::toString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            endProcesses(folder);
            clear(folder);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what emulators of this user that no longer run left behind in {@code parent}; returns their folders. */
    public static List<Path> sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            List<Path> swept = new ArrayList<>();
            for (Path folder : folders) {
                if (isOurs(folder) && sweepFolder(folder)) {
                    swept.add(folder);
                }
            }
            return swept;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path folder) {
        try {
            return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    && Files.isRegularFile(folder.resolve(GROUPS), LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(folder).getName().equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean sweepFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = Locks.tryLock(channel)) {
            if (lock == null) {
                return false;
            }
            for (String line : Files.readAllLines(folder.resolve(GROUPS))) {
                Path group = Path.of(line);
                if (folder.getFileName().equals(group.getFileName())) {
                    CgroupFiles.remove(group);
                }
            }
            endProcesses(folder);
            clear(folder);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Kills what runs in the folder; only cgroups know of a process that has left it. */
    private static void endProcesses(Path folder) throws IOException {
        Path real = folder.toRealPath();
        long deadline = System.nanoTime() + EXIT.toNanos();
        List<ProcessHandle> running = runningIn(real);
        while (!running.isEmpty() && System.nanoTime() < deadline) {
            running.forEach(ProcessHandle::destroyForcibly);
            Thread.onSpinWait();
            running = runningIn(real);
        }
    }

    private static List<ProcessHandle> runningIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> directory(process).startsWith(folder))
                .toList();
    }

    /** Returns the current directory of a process; the root for one that does not show it. */
    private static Path directory(ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"));
        } catch (IOException e) {
            return Path.of("/");
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
