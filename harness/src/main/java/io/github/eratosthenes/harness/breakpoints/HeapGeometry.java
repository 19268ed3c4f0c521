package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.StrategyTraits;
import java.util.OptionalLong;

/**
 * The heap of a function of some memory size, as HotSpot's serial collector lays it out under Lambda's flags.
 *
 * <p>The heap is 85 % of the memory size, rounded up to 2 MB; a third of it, rounded down to 64 KB, is the young
 * generation; the rest is the old one. An array that is larger than what the young generation has free goes into the old
 * generation, so that one is what a big array must fit into.
 *
 * @param heapBytes the whole heap
 * @param oldBytes the old generation at its largest
 */
record HeapGeometry(long heapBytes, long oldBytes) {

    private static final int HEAP_PERCENT = 85;
    private static final long HEAP_ALIGNMENT = 2 << 20;
    private static final long GENERATION_ALIGNMENT = 64 << 10;

    /** The old generation is this many times as large as the young one. */
    private static final int NEW_RATIO = 2;

    /** Returns the heap of a memory size. */
    static HeapGeometry of(int memoryMegabytes) {
        long wantedBytes = (memoryMegabytes * 1024L * HEAP_PERCENT / 100) << 10;
        long heapBytes = (wantedBytes + HEAP_ALIGNMENT - 1) / HEAP_ALIGNMENT * HEAP_ALIGNMENT;
        long youngBytes = heapBytes / (NEW_RATIO + 1) / GENERATION_ALIGNMENT * GENERATION_ALIGNMENT;
        return new HeapGeometry(heapBytes, heapBytes - youngBytes);
    }

    /**
     * Returns the largest max whose storage fits into the old generation; empty where that of the highest max does.
     *
     * <p>Nothing is taken off for what else lives there: how much that is, the measurement tells.
     */
    OptionalLong largestMax(StrategyTraits traits) {
        if (traits.bytesFor(traits.highestMax()) <= oldBytes) {
            return OptionalLong.empty();
        }
        long fits = 0;
        long tooLarge = traits.highestMax();
        while (tooLarge - fits > 1) {
            long middle = fits + (tooLarge - fits) / 2;
            if (traits.bytesFor(middle) <= oldBytes) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return OptionalLong.of(fits);
    }
}
