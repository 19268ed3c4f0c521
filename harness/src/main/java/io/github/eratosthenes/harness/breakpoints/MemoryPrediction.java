package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.StrategyTraits;
import io.github.eratosthenes.harness.endpoint.JvmMemory;
import io.github.eratosthenes.results.files.Endpoint;
import java.util.OptionalLong;

/**
 * The largest max whose storage a function's memory should hold: it must fit into the old generation, and with what else the
 * process has into what the machine leaves to it.
 *
 * <p>Where two arrays fit into the old generation the one of the call before stays there as garbage until it is full, and
 * takes memory too. So a limit that is too small for an array of half the old generation is shared by two.
 */
final class MemoryPrediction {
    private static final long MEGABYTE = 1 << 20;

    private MemoryPrediction() {}

    /** Returns the prediction for an endpoint's function; empty where the storage of the highest max fits. */
    static OptionalLong largestMax(StrategyTraits traits, int memoryMegabytes, Endpoint endpoint) {
        return largestMax(traits, bytes(memoryMegabytes, endpoint));
    }

    /** Returns the bytes that a function's storage may have. */
    static long bytes(int memoryMegabytes, Endpoint endpoint) {
        long heap = JvmMemory.oldGenerationBytes(memoryMegabytes) - JvmMemory.ownObjectsBytes(endpoint.jdk());
        long machine = (memoryMegabytes - endpoint.reservedMegabytes()) * MEGABYTE
                - JvmMemory.besideStorageBytes(endpoint.jdk());
        long alone = machine > heap / 2 ? machine : machine / 2;
        return Math.max(0, Math.min(heap, alone));
    }

    static OptionalLong largestMax(StrategyTraits traits, long bytes) {
        if (traits.bytesFor(traits.highestMax()) <= bytes) {
            return OptionalLong.empty();
        }
        long fits = 0;
        long tooLarge = traits.highestMax();
        while (tooLarge - fits > 1) {
            long middle = fits + (tooLarge - fits) / 2;
            if (traits.bytesFor(middle) <= bytes) {
                fits = middle;
            } else {
                tooLarge = middle;
            }
        }
        return OptionalLong.of(fits);
    }
}
