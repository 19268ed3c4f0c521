package io.github.eratosthenes.emulator.cgroup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/** Reads and writes the small files of a cgroup directory. */
public final class CgroupFiles {
    private static final Duration REMOVAL = Duration.ofSeconds(5);

    private CgroupFiles() {}

    static void write(Path file, String value) {
        try {
            Files.writeString(file, value, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + value + " to " + file, e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Returns the number in {@code file}; 0 when there is no such file, as {@code memory.peak} before Linux 5.19. */
    static long number(Path file) {
        return Files.exists(file) ? Long.parseLong(read(file)) : 0;
    }

    /** Returns the number after {@code key} in a file of "key number" lines; 0 when it is not there. */
    static long number(Path file, String key) {
        return read(file)
                .lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(key))
                .mapToLong(words -> Long.parseLong(words[1]))
                .findFirst()
                .orElse(0);
    }

    static List<Long> processes(Path group) {
        Path file = group.resolve("cgroup.procs");
        return Files.exists(file) ? read(file).lines().map(Long::valueOf).toList() : List.of();
    }

    /** Kills what runs in {@code group}, frozen or not. */
    private static void kill(Path group) {
        Path freezer = group.resolve("freezer.state");
        if (Files.exists(freezer)) {
            write(freezer, "THAWED"); // the first version's freezer holds even a killed process
        }
        processes(group).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Kills what runs in {@code group} and below it, and removes all of it; a group that is gone already is no fault. */
    public static void remove(Path group) {
        for (Path child : children(group)) {
            remove(child);
        }
        long deadline = System.nanoTime() + REMOVAL.toNanos();
        while (!removed(group)) {
            if (System.nanoTime() > deadline) {
                throw new UncheckedIOException(new IOException(
                        "cannot remove cgroup " + group + ": processes " + processes(group) + " still run in it"));
            }
            kill(group);
            pause();
        }
    }

    private static List<Path> children(Path group) {
        if (!Files.isDirectory(group)) {
            return List.of();
        }
        try (var entries = Files.list(group)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean removed(Path group) {
        try {
            Files.delete(group);
            return true;
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException busy) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while removing a cgroup", e);
        }
    }
}
