package io.github.eratosthenes.core.segment;

/**
 * The steps from one multiple of a prime to its next multiple whose multiplier is coprime to 210, in the layout of
 * {@link Wheel30}.
 *
 * <p>A state is the class of the prime modulo 30 and the place of the multiplier among the 48 residues coprime to 210. A step
 * takes, for prime = 30·k + r, {@link #gap}·k + {@link #carry} bytes. Up to 48 steps from a state of {@link #state} or {@link
 * #next} can be read in a row by adding 1 to the state, so no step has to wait for the step before.
 */
final class Wheel210 {

    /** Bits that hold a state. */
    static final int STATE_BITS = 10;

    /** The longest distance between neighbouring numbers coprime to 210. */
    static final int LONGEST_GAP = 10;

    /* From the lowest bit on, a step holds the next state, the gap, the carry, and at the top the mask. */
    private static final int GAP_SHIFT = STATE_BITS;
    private static final int CARRY_SHIFT = GAP_SHIFT + 4;
    private static final int MASK_SHIFT = Integer.SIZE - Byte.SIZE;

    private static final int CIRCUMFERENCE = 210;
    private static final int RESIDUES = 48;

    /** By residue modulo 210: the distance to the next coprime number. */
    private static final byte[] TO_COPRIME = new byte[CIRCUMFERENCE];
    /** By residue modulo 210: how many coprime residues are below it. */
    private static final byte[] PLACES = new byte[CIRCUMFERENCE];

    /** By half of a gap: how many gaps of that length there are in a turn. */
    private static final int[] GAPS = {0, 15, 15, 14, 2, 2};

    /** By state: its step. The array is as long as a state has values, although the last are unused, to save index checks. */
    private static final int[] STEPS = new int[1 << STATE_BITS];

    static {
        int[] residues = new int[RESIDUES + 1];
        int size = 0;
        for (int residue = 0; residue < CIRCUMFERENCE; residue++) {
            PLACES[residue] = (byte) size;
            if (Wheel30.bit(residue) >= 0 && residue % 7 != 0) {
                residues[size++] = residue;
            }
        }
        residues[size] = CIRCUMFERENCE + 1;
        for (int residue = 0; residue < CIRCUMFERENCE; residue++) {
            TO_COPRIME[residue] = (byte) (residues[PLACES[residue]] - residue);
        }
        for (int state = 0; state < Wheel30.CLASSES * 2 * RESIDUES; state++) {
            int prime = Wheel30.residue(state / (2 * RESIDUES));
            int place = state % RESIDUES;
            int mask = ~(1 << Wheel30.bit((long) prime * residues[place]));
            int gap = residues[place + 1] - residues[place];
            int carry = prime * residues[place + 1] / 30 - prime * residues[place] / 30;
            int next = state / (2 * RESIDUES) * (2 * RESIDUES) + (place + 1) % RESIDUES;
            STEPS[state] = mask << MASK_SHIFT | carry << CARRY_SHIFT | gap << GAP_SHIFT | next;
        }
    }

    private Wheel210() {}

    /** Returns the least number coprime to 210 that is not below a multiplier. */
    static long coprime(long multiplier) {
        return multiplier + toCoprime(residue(multiplier));
    }

    /** Returns the state of a prime and of the {@linkplain #coprime next multiplier coprime to 210} of a multiplier. */
    static int state(long prime, long multiplier) {
        return state((int) (prime % Wheel30.NUMBERS_PER_BYTE), residue(multiplier));
    }

    /** Returns the state of a prime with a residue modulo 30 and a multiplier with a residue modulo 210. */
    static int state(int primeResidue, int residue) {
        return Wheel30.bit(primeResidue) * 2 * RESIDUES + PLACES[residue];
    }

    /** Returns the residue modulo 210 of a multiplier. */
    static int residue(long multiplier) {
        return (int) (multiplier % CIRCUMFERENCE);
    }

    /** Returns the distance from a multiplier with a residue modulo 210 to the least number coprime to 210 not below it. */
    static int toCoprime(int residue) {
        return TO_COPRIME[residue];
    }

    /**
     * Returns the distance in bytes from a position to the multiple prime · multiplier, which is not below it. The multiple
     * may be above 2^63; then both products overflow, and their difference is still right.
     */
    static long distance(long position, long prime, long multiplier) {
        return (prime * multiplier - Wheel30.NUMBERS_PER_BYTE * position) / Wheel30.NUMBERS_PER_BYTE;
    }

    /** Returns the chance that an interval of a given length, at a random place, contains a number coprime to 210. */
    static double chance(double length) {
        double covered = 0;
        for (int half = 1; half < GAPS.length; half++) {
            covered += GAPS[half] * Math.min(2 * half, length);
        }
        return covered / CIRCUMFERENCE;
    }

    /** Returns the steps by state, which the caller must not change. The methods below read a step. */
    static int[] steps() {
        return STEPS;
    }

    /** Returns the mask that crosses off the multiple of the state. */
    static byte mask(int step) {
        return (byte) (step >> MASK_SHIFT);
    }

    /** Returns the distance to the next multiplier. */
    static int gap(int step) {
        return step >>> GAP_SHIFT & 15;
    }

    /** Returns the part of the step that depends on the prime's residue. */
    static int carry(int step) {
        return step >>> CARRY_SHIFT & 15;
    }

    /** Returns the state after the step, from which 48 steps can be read in a row. */
    static int next(int step) {
        return step & (1 << STATE_BITS) - 1;
    }
}
