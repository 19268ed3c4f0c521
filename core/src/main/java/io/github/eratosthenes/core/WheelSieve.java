package io.github.eratosthenes.core;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.stream.LongStream;

/**
 * The sieve of Eratosthenes over the numbers that 2, 3 and 5 do not divide: a wheel of 30, whose eight spokes fill a byte.
 *
 * <p>Byte i of the {@code byte[]} holds the numbers 30i + 1, 7, 11, 13, 17, 19, 23 and 29, from bit 0 to bit 7; a bit is
 * set when its number has been crossed off. A prime p from 7 to √max crosses off p·q for the q on the spokes only. While q
 * turns once round the wheel p·q moves on by p bytes, and the eight offsets and bits in between are the same in every turn.
 * So whole turns are crossed off. The first turn is the one that contains q = p. Its products below p² are composite too,
 * except in byte 0, which is known.
 *
 * <p>Time O(n log log n), memory n / 30 bytes for limit n. Valid to 30 · (2^31 − 2^18 − 1) − 1: p is then below 2^18, so
 * that the index of a turn that begins inside the array ends below 2^31.
 *
 * <p>Source: the wheel of P. Pritchard, Explaining the wheel sieve, Acta Informatica 17 (1982) 477–485. Departure: the
 * wheel does not grow, it is fixed at 2 · 3 · 5.
 */
final class WheelSieve implements Sieve {

    private static final int TURN = 30;

    private static final int[] SPOKES = {1, 7, 11, 13, 17, 19, 23, 29};

    /** The bit of a number in its byte, by its remainder mod 30; 0 for the numbers that are not on a spoke. */
    private static final byte[] BIT = bits();

    private static final int LONGEST_WHEEL = Integer.MAX_VALUE - (1 << 18);

    static final long HIGHEST_MAX = (long) TURN * LONGEST_WHEEL - 1;

    static final StrategyTraits TRAITS = StrategyTraits.inMemory(HIGHEST_MAX, WheelSieve::storageBytes);

    private static byte[] bits() {
        byte[] bits = new byte[TURN];
        for (int i = 0; i < SPOKES.length; i++) {
            bits[SPOKES[i]] = (byte) (1 << i);
        }
        return bits;
    }

    static long storageBytes(long max) {
        return ArrayBytes.of(max / TURN + 1, Byte.BYTES);
    }

    @Override
    public Primes primesUpTo(long max) {
        Bounds.checkMax(max, HIGHEST_MAX);
        byte[] composite = new byte[(int) (max / TURN) + 1];
        for (int p = 7; (long) p * p <= max; p += 2) {
            if (isUncrossed(composite, p)) {
                crossOff(composite, p);
            }
        }
        composite[0] = BIT[1];
        crossOffAbove(composite, max);
        return new MembershipPrimes(
                max, () -> count(max, composite), n -> n == 2 || n == 3 || n == 5 || isUncrossed(composite, n));
    }

    /**
     * Crosses off the multiples of p. The loop over whole turns is unrolled, so that offsets and bits are found once.
     *
     * <p>HotSpot must compile this method on its own: inlined into its caller, the loop runs out of registers and loads the
     * array's address and length again for every number. HotSpot never inlines more than 325 bytes of bytecode ({@code
     * FreqInlineSize}). This method has more because it also crosses off the last turn, which is therefore not a method.
     */
    private static void crossOff(byte[] composite, int p) {
        int offset7 = p * 7 / TURN;
        int offset11 = p * 11 / TURN;
        int offset13 = p * 13 / TURN;
        int offset17 = p * 17 / TURN;
        int offset19 = p * 19 / TURN;
        int offset23 = p * 23 / TURN;
        int offset29 = p * 29 / TURN;
        int offset1 = p / TURN;
        byte bit1 = BIT[p % TURN];
        byte bit7 = BIT[p * 7 % TURN];
        byte bit11 = BIT[p * 11 % TURN];
        byte bit13 = BIT[p * 13 % TURN];
        byte bit17 = BIT[p * 17 % TURN];
        byte bit19 = BIT[p * 19 % TURN];
        byte bit23 = BIT[p * 23 % TURN];
        byte bit29 = BIT[p * 29 % TURN];
        int turn = p / TURN * p;
        for (int last = composite.length - 1 - offset29; turn <= last; turn += p) {
            composite[turn + offset1] |= bit1;
            composite[turn + offset7] |= bit7;
            composite[turn + offset11] |= bit11;
            composite[turn + offset13] |= bit13;
            composite[turn + offset17] |= bit17;
            composite[turn + offset19] |= bit19;
            composite[turn + offset23] |= bit23;
            composite[turn + offset29] |= bit29;
        }
        // The end of the array cuts the last turn
        for (int spoke : SPOKES) {
            int index = turn + p * spoke / TURN;
            if (index < composite.length) {
                composite[index] |= BIT[p * spoke % TURN];
            }
        }
    }

    private static void crossOffAbove(byte[] composite, long max) {
        for (int spoke : SPOKES) {
            if (spoke > max % TURN) {
                composite[composite.length - 1] |= BIT[spoke];
            }
        }
    }

    private static boolean isUncrossed(byte[] composite, long n) {
        return (BIT[(int) (n % TURN)] & ~composite[(int) (n / TURN)]) != 0;
    }

    private static long count(long max, byte[] composite) {
        long count = LongStream.of(2, 3, 5).filter(p -> p <= max).count();
        for (byte spokes : composite) {
            count += Integer.bitCount(~spokes & 0xff);
        }
        return count;
    }
}
