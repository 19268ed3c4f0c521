package io.github.eratosthenes.benchmarks.work.trace;

/**
 * A model of a processor's branch predictor, known as gshare. It has counters of two bits. The place of a branch and the outcomes
 * of the last {@value #HISTORY} branches choose the counter.
 *
 * <p>Source: S. McFarling, Combining branch predictors, DEC WRL Technical Note TN-36 (1993). The predictors of today's processors
 * are better, and secret.
 */
final class BranchPredictor {

    private static final int HISTORY = 12;
    private static final int TABLE_BITS = 14;

    /** A counter from this value on predicts that the branch is taken. */
    private static final int TAKEN = 2;

    private static final int MOST = 3;

    /** 2^32 divided by the golden ratio, which spreads places over the table. */
    private static final int SPREAD = 0x9E3779B9;

    private final byte[] counters = new byte[1 << TABLE_BITS];
    private int history;

    /** Predicts a branch, learns its outcome, and returns whether the prediction was right. */
    boolean foresees(int place, boolean taken) {
        int slot = ((place * SPREAD) >>> (Integer.SIZE - TABLE_BITS)) ^ history;
        int counter = counters[slot];
        counters[slot] = (byte) (taken ? Math.min(MOST, counter + 1) : Math.max(0, counter - 1));
        history = ((history << 1) | (taken ? 1 : 0)) & ((1 << HISTORY) - 1);
        return (counter >= TAKEN) == taken;
    }
}
