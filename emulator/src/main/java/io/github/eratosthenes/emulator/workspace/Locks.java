package io.github.eratosthenes.emulator.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.jspecify.annotations.Nullable;

/** Locks on files, by which emulators know of each other; the kernel frees them however a process ends. */
public final class Locks {
    private Locks() {}

    /** Returns a lock on the whole file, or null where an emulator that runs has it, be it in this very process. */
    public static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
