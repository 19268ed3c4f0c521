package io.github.eratosthenes.emulator.runtime;

/**
 * The heap that a managed runtime gives the JVM: the memory size less a tenth, 160 MB at most, and less a twentieth, 80 MB at
 * most, each rounded to the nearest KB. Up to 1600 MB that is 85 %.
 *
 * <p>Source: command lines of real functions, in sam-cli's debug settings and in users' wrapper scripts: 445645k at 512 MB,
 * 1336935k at 1536 MB, 2834432k at 3008 MB.
 */
final class HeapSize {
    private static final int KILOBYTES = 1024;
    private static final long MOST_METASPACE = 160 * KILOBYTES;
    private static final long MOST_CODE_CACHE = 80 * KILOBYTES;

    private HeapSize() {}

    /** Returns the heap of a memory size, in KB. */
    static long kilobytes(int memoryMb) {
        long memory = (long) memoryMb * KILOBYTES;
        return memory - Math.min(MOST_METASPACE, share(memory, 10)) - Math.min(MOST_CODE_CACHE, share(memory, 20));
    }

    private static long share(long memory, int divisor) {
        return Math.round((double) memory / divisor);
    }
}
