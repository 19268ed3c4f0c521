package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import io.github.eratosthenes.core.arithmetic.LogarithmicIntegral;

/** Predicts the bytes that a {@link SegmentCursor} allocates, including the copies of growing arrays. */
public final class SegmentMemory {

    private SegmentMemory() {}

    /** Returns the bytes that sieving a range allocates. */
    public static long storageBytes(long from, long to, SegmentSizes standardSizes) {
        long patterns = PreSieve.storageBytes(standardSizes.wordCode());
        if (to < 7) {
            return patterns;
        }
        SegmentLayout layout = SegmentLayout.of(from, to, standardSizes);
        return patterns
                + ArrayBytes.of(layout.sieveBytes(), Byte.BYTES)
                + crossersBytes(layout.sizes(), layout.root())
                + bucketBytes(layout)
                + sievingPrimesBytes(layout.root(), standardSizes);
    }

    private static long crossersBytes(SegmentSizes sizes, long root) {
        long turnsOf210InChunks = primes(PreSieve.MAX_PRIME, Math.min(sizes.turn210InChunksPrimeMax(), root));
        int turn210Min = Math.max(sizes.turn210InChunksPrimeMax(), sizes.turn30InChunksPrimeMax());
        int turn30Min = Math.max(turn210Min, sizes.turn210PrimeMax());
        long turnsOf30InChunks = primes(sizes.turn210InChunksPrimeMax(), Math.min(turn210Min, root));
        long turnsOf210 = primes(turn210Min, Math.min(turn30Min, root));
        long turnsOf30 = primes(turn30Min, Math.min(sizes.turn30PrimeMax(), root));
        long steps = primes(sizes.turn30PrimeMax(), Math.min(sizes.stepPrimeMax(), root));
        return TurnCrosser.storageBytes(turnsOf210InChunks)
                + TurnCrosser.storageBytes(turnsOf30InChunks)
                + TurnCrosser.storageBytes(turnsOf210)
                + TurnCrosser.storageBytes(turnsOf30)
                + StepCrosser.storageBytes(steps);
    }

    /** Estimates the number of primes above one number and up to another. */
    private static long primes(long above, long to) {
        return to <= above
                ? 0
                : (long) (LogarithmicIntegral.value((double) to) - LogarithmicIntegral.value((double) above));
    }

    /** Predicts the bytes of the buckets, which begin with the first segment whose root is above the primes of the steps. */
    private static long bucketBytes(SegmentLayout layout) {
        long stepPrimeMax = layout.sizes().stepPrimeMax();
        if (layout.root() <= stepPrimeMax) {
            return 0;
        }
        long skippedSegments =
                Math.max(0, stepPrimeMax * stepPrimeMax / 30 - layout.firstPosition()) / layout.segmentBytes();
        long position = layout.firstPosition() + skippedSegments * layout.segmentBytes();
        return BucketSizes.of(layout, position, layout.rootOfSegment(position)).storageBytes();
    }

    /** Predicts the bytes to find the sieving primes above the table, which are sieved too. */
    private static long sievingPrimesBytes(long root, SegmentSizes sizes) {
        return root < SmallPrimes.END
                ? 0
                : ArrayBytes.of(SievingPrimes.BATCH, Long.BYTES) + storageBytes(SmallPrimes.END, root, sizes);
    }
}
