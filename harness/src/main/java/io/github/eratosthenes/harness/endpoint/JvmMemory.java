package io.github.eratosthenes.harness.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * What of a function's memory a sieve's storage can have, as HotSpot's serial collector divides it under Lambda's flags.
 *
 * <p>The heap is the memory size less a tenth, 160 MB at most, and less a twentieth, 80 MB at most, each rounded to the
 * nearest KB, and the whole rounded up to 2 MB; a third of it, rounded down to 64 KB, is the young generation; the rest is
 * the old one. An array that is larger than what the young generation has free goes into the old generation, so that one is
 * what a big array must fit into.
 */
public final class JvmMemory {
    private static final long KILOBYTE = 1 << 10;
    private static final long MOST_METASPACE_KB = 160 << 10;
    private static final long MOST_CODE_CACHE_KB = 80 << 10;
    private static final long HEAP_ALIGNMENT = 2 << 20;
    private static final long GENERATION_ALIGNMENT = 64 << 10;

    /** The old generation is this many times as large as the young one. */
    private static final int NEW_RATIO = 2;

    private JvmMemory() {}

    /** Returns the whole heap of a memory size. */
    public static long heapBytes(int memoryMegabytes) {
        double memoryKb = memoryMegabytes * 1024.0;
        long takenKb = Math.min(MOST_METASPACE_KB, Math.round(memoryKb / 10))
                + Math.min(MOST_CODE_CACHE_KB, Math.round(memoryKb / 20));
        long wanted = (memoryMegabytes * 1024L - takenKb) * KILOBYTE;
        return (wanted + HEAP_ALIGNMENT - 1) / HEAP_ALIGNMENT * HEAP_ALIGNMENT;
    }

    /** Returns the old generation of a memory size at its largest. */
    public static long oldGenerationBytes(int memoryMegabytes) {
        long heap = heapBytes(memoryMegabytes);
        return heap - heap / (NEW_RATIO + 1) / GENERATION_ALIGNMENT * GENERATION_ALIGNMENT;
    }

    /**
     * Returns what the function's own objects take of the old generation.
     *
     * <p>Measured as what was missing to the old generation at the edge that {@code ./mvnw -Pbreakpoints
     * -Dbreakpoints.args="--strategies=boolean-array --memory=128 --kinds=MEMORY --reserved-mb=0"} found: 76,939,264 bytes
     * less 75,220,587 with JDK 17.0.15 and less 74,462,697 with 25.0.3 (a two-core AMD EPYC virtual machine, 26 November 2026).
     *
     * @param jdk the feature release; null or another than 17 counts as 25
     */
    public static long ownObjectsBytes(@Nullable String jdk) {
        return "17".equals(jdk) ? 1_718_677 : 2_476_567;
    }

    /**
     * Returns what a process has beside the storage.
     *
     * <p>Measured as what was missing to the memory limit of 128 MB at edges where the kernel killed a process: of JDK 25.0.3
     * 31.1 MB with 55 MB reserved, found by the same command without {@code --reserved-mb}, and 31.0 MB with 37 MB reserved,
     * found by {@code ./mvnw -Pcalibrate}; of JDK 17.0.15 26.8 MB with 30 MB reserved, found so too (the same machine and day).
     *
     * @param jdk the feature release; null or another than 17 counts as 25
     */
    public static long besideStorageBytes(@Nullable String jdk) {
        return "17".equals(jdk) ? 28_075_000 : 31 << 20;
    }
}
