package io.github.eratosthenes.core.segment;

/**
 * Crosses off with all sieving primes of a range above {@link PreSieve#MAX_PRIME}. Each prime crosses off in the way that costs
 * least for its size, and joins in at the segment that contains its square.
 *
 * <p>From the lowest primes to the highest, the ways are turns of 210 and turns of 30 in chunks of the level 1 cache, turns of
 * 210 and turns of 30 in the whole segment ({@link TurnCrosser}), steps ({@link StepCrosser}), and buckets ({@link BucketCrosser}). {@link
 * SegmentSizes} has the limits. {@link PreSieve} crosses off with the primes below all of these.
 */
final class Crossers {

    /** For at least this many times p bytes, turns of 210 cross off fewer multiples: 80 / (8 − 48/7). */
    private static final int SHORT_OF_TURNS = 70;

    private final SievingPrimes sievingPrimes;
    private final TurnCrosser turnsOf210InChunks = TurnCrosser.withTurnsOf210();
    private final TurnCrosser turnsOf30InChunks = TurnCrosser.withTurnsOf30();
    private final TurnCrosser turnsOf210 = TurnCrosser.withTurnsOf210();
    private final TurnCrosser turnsOf30 = TurnCrosser.withTurnsOf30();
    private final StepCrosser steps = new StepCrosser();
    private final BucketCrosser buckets = new BucketCrosser();

    private SegmentLayout layout;
    private boolean hasBuckets;

    /** Creates the crossers of a range; the checkpoint is passed to {@link SievingPrimes}. */
    Crossers(SegmentLayout layout, SegmentSizes sizes, Runnable checkpoint) {
        this.layout = layout;
        sievingPrimes = new SievingPrimes(sizes, checkpoint);
        sievingPrimes.start(layout.root());
    }

    /** Prepares for another range. Arrays that are long enough are kept. */
    void restart(SegmentLayout layout) {
        this.layout = layout;
        turnsOf210InChunks.clear();
        turnsOf30InChunks.clear();
        turnsOf210.clear();
        turnsOf30.clear();
        steps.clear();
        hasBuckets = false;
        sievingPrimes.start(layout.root());
    }

    /** Adds the sieving primes whose squares lie below the end of the segment at a position. */
    void addPrimes(long position) {
        long root = layout.rootOfSegment(position);
        long stepPrimeMax = layout.sizes().stepPrimeMax();
        while (sievingPrimes.hasNext(Math.min(root, stepPrimeMax))) {
            add(sievingPrimes.next(), position);
        }
        while (sievingPrimes.hasNext(root)) {
            addToBuckets(root, position);
        }
    }

    private void add(long prime, long position) {
        SegmentSizes sizes = layout.sizes();
        long multiplier = firstMultiplier(position * 30, prime);
        long sievePosition = position - layout.origin();
        if (prime <= sizes.turn210InChunksPrimeMax() && !isLittleLeft(prime, multiplier, position)) {
            turnsOf210InChunks.add((int) prime, multiplier, sievePosition);
        } else if (prime <= sizes.turn30InChunksPrimeMax()) {
            turnsOf30InChunks.add((int) prime, multiplier, sievePosition);
        } else if (prime <= sizes.turn210PrimeMax() && !isLittleLeft(prime, multiplier, position)) {
            turnsOf210.add((int) prime, multiplier, sievePosition);
        } else if (prime <= sizes.turn30PrimeMax()) {
            turnsOf30.add((int) prime, multiplier, sievePosition);
        } else {
            steps.add(prime, multiplier, position);
        }
    }

    /**
     * Returns whether turns of 30 cross off fewer multiples than turns of 210 from a multiple to the range's end. Both also cross
     * off beyond the end. A turn of 210 crosses off 80 more multiples there than a turn of 30, on average; for each p bytes, it
     * crosses off 48/7 multiples instead of 8. The multiple may be above 2^63, but its distance from the position is far below.
     */
    private boolean isLittleLeft(long prime, long multiplier, long position) {
        long distance = prime * multiplier - position * 30;
        return distance > (layout.lastPosition() - position - SHORT_OF_TURNS * prime) * 30;
    }

    /** Returns the first number, at least the prime, whose product with the prime is not below {@code first}. */
    private static long firstMultiplier(long first, long prime) {
        return first <= prime * prime ? prime : (first - 1) / prime + 1;
    }

    private void addToBuckets(long root, long position) {
        if (!hasBuckets) {
            hasBuckets = true;
            buckets.start(BucketSizes.of(layout, position, root), layout.lastPosition());
        }
        int begin = sievingPrimes.index();
        int end = sievingPrimes.skipTo(root);
        buckets.add(sievingPrimes.primes(), begin, end, position);
    }

    /** Crosses off in the segment at a position, up to the index of its end in the sieve, and moves on to the next segment. */
    void crossOff(byte[] sieve, int end, long position) {
        int origin = layout.origin();
        int segmentBytes = layout.segmentBytes();
        int chunkBytes = layout.sizes().chunkBytes();
        for (int at = origin; at < end; at += chunkBytes) {
            int limit = Math.min(at + chunkBytes, end);
            turnsOf210InChunks.crossOff(sieve, limit);
            turnsOf30InChunks.crossOff(sieve, limit);
        }
        turnsOf210InChunks.moveBack(segmentBytes);
        turnsOf30InChunks.moveBack(segmentBytes);
        turnsOf210.crossOff(sieve, end);
        turnsOf210.moveBack(segmentBytes);
        turnsOf30.crossOff(sieve, end);
        turnsOf30.moveBack(segmentBytes);
        steps.crossOff(sieve, origin, segmentBytes);
        if (hasBuckets) {
            buckets.crossOff(sieve, origin, position);
        }
    }
}
