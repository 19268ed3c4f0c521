package io.github.eratosthenes.core.segment;

import java.util.Arrays;

/**
 * The layout of a segment: byte b stands for the 30 numbers from 30·b on, and each of its bits for one of the eight
 * residues that share no factor with 30. The primes 2, 3 and 5 have no bit.
 */
final class Wheel30 {

    /** Numbers in a byte. */
    static final int NUMBERS_PER_BYTE = 30;

    /** Bits in a byte, and classes of primes above 5. */
    static final int CLASSES = 8;

    private static final int[] RESIDUES = {1, 7, 11, 13, 17, 19, 23, 29};
    private static final int[] BITS = new int[NUMBERS_PER_BYTE];
    private static final int[] OFFSETS = new int[Long.SIZE];

    static {
        Arrays.fill(BITS, -1);
        for (int bit = 0; bit < CLASSES; bit++) {
            BITS[RESIDUES[bit]] = bit;
        }
        for (int i = 0; i < Long.SIZE; i++) {
            OFFSETS[i] = i / CLASSES * NUMBERS_PER_BYTE + RESIDUES[i % CLASSES];
        }
    }

    private Wheel30() {}

    /** Returns the residue that a bit stands for. */
    static int residue(int bit) {
        return RESIDUES[bit];
    }

    /** Returns the bit of a number, or −1 where the number shares a factor with 30. */
    static int bit(long number) {
        return BITS[(int) (number % NUMBERS_PER_BYTE)];
    }

    /** Returns the distance from the first number of a little-endian word of 8 bytes to the number of one of its 64 bits. */
    static int offset(int bitOfWord) {
        return OFFSETS[bitOfWord];
    }
}
