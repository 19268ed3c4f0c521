package io.github.eratosthenes.core.segment;

import io.github.eratosthenes.core.arithmetic.ArrayBytes;
import java.util.Arrays;

/**
 * Crosses off the multiples of small primes, which have many multiples in each segment, by whole turns of a wheel.
 *
 * <p>The multiples p·m of a prime with m coprime to 30 repeat every p bytes: one turn crosses off eight of them, one in each
 * bit of a byte. Their distances from the turn's start depend on p alone, so the state of a prime is only the start of its
 * next turn. A turn is never cut at the end of a segment. It crosses off in the pad beyond the end, and the pad becomes the start
 * of the next segment. In the same way, the first turn starts at or before the first wanted multiple; the earlier multiples in it
 * are composite numbers that other primes cross off, too.
 *
 * <p>With a wheel of 210, a turn leaves out one multiple in seven, whose m is divisible by 7. In each of the eight bits, the turn
 * starts just after the multiple to leave out. So there are six equal rounds of eight multiples, and the seventh round is left out,
 * although each bit has its own start. Turns follow each other every 7·p bytes, and a turn reaches less than 13·p bytes beyond its
 * start.
 *
 * <p>A turn of 210 starts with m from 37 to 233 above a multiple of 210, never with m = 1; a turn of 30 must start at 30 or
 * above. So no prime from {@value #MIN_PRIME} on crosses itself off.
 *
 * <p>Source: the idea of whole turns with eight precomputed distances is from K. Walisch's EratSmall (primesieve). Departures: a turn
 * is never entered in the middle, it goes by bit instead of by multiple, and there is a wheel of 210.
 */
final class TurnCrosser {

    /** The lowest prime to add. For a lower prime, a turn of 210 that starts above 0 could begin after the prime's square. */
    static final int MIN_PRIME = 174;

    /** In a turn of 210 that starts at multiplier 0, all wanted multipliers from this one on are in this turn or later. */
    private static final int LAST_BEFORE_TURN = 174;

    private static final int ROUNDS = 6;

    private static final int[][] MULTIPLIERS_30 = new int[Wheel30.CLASSES][Wheel30.CLASSES];
    private static final int[][] MULTIPLIERS_210 = new int[Wheel30.CLASSES][Wheel30.CLASSES];

    static {
        for (int primeClass = 0; primeClass < Wheel30.CLASSES; primeClass++) {
            for (int i = 0; i < Wheel30.CLASSES; i++) {
                int multiplier = Wheel30.residue(i);
                int bit = Wheel30.bit((long) Wheel30.residue(primeClass) * multiplier);
                MULTIPLIERS_30[primeClass][bit] = multiplier;
                while (multiplier % 7 != 0) {
                    multiplier += 30;
                }
                MULTIPLIERS_210[primeClass][bit] = multiplier + 30;
            }
        }
    }

    private final boolean wheel210;
    private final Turns[] turns = new Turns[Wheel30.CLASSES];

    private TurnCrosser(boolean wheel210) {
        this.wheel210 = wheel210;
        Arrays.setAll(turns, i -> new Turns());
    }

    /** Returns a crosser with turns of 30: a turn of p reaches less than p bytes beyond its start. */
    static TurnCrosser withTurnsOf30() {
        return new TurnCrosser(false);
    }

    /** Returns a crosser with turns of 210: a turn of p reaches less than 13·p bytes beyond its start. */
    static TurnCrosser withTurnsOf210() {
        return new TurnCrosser(true);
    }

    /** Returns the bytes that are allocated for a number of primes, if each residue modulo 30 has as many as any other. */
    static long storageBytes(long primes) {
        long bytes = 0;
        for (int length = 0; length < primes / Wheel30.CLASSES; ) {
            length = Turns.longer(length);
            bytes += 2 * ArrayBytes.of(length, Integer.BYTES);
        }
        return Wheel30.CLASSES * bytes;
    }

    /** Forgets all primes. */
    void clear() {
        for (Turns ofResidue : turns) {
            ofResidue.size = 0;
        }
    }

    /**
     * Adds a prime.
     *
     * @param prime from {@value #MIN_PRIME} on
     * @param multiplier the first number, at least the prime, whose product with the prime has to be crossed off
     * @param position the position among all bytes of the sieve's byte 0
     */
    void add(int prime, long multiplier, long position) {
        long start =
                wheel210 ? Math.floorDiv(multiplier - LAST_BEFORE_TURN, 210L) * 7 * prime : multiplier / 30 * prime;
        turns[Wheel30.bit(prime)].add(prime, (int) (start - position));
    }

    /** Crosses off every turn that starts below a limit, an index into the sieve. */
    void crossOff(byte[] sieve, int limit) {
        for (int i = 0; i < Wheel30.CLASSES; i++) {
            if (wheel210) {
                crossOffBy210(sieve, limit, turns[i], Wheel30.residue(i), MULTIPLIERS_210[i]);
            } else {
                crossOffBy30(sieve, limit, turns[i], Wheel30.residue(i), MULTIPLIERS_30[i]);
            }
        }
    }

    /** Moves the starts of all turns back by a number of bytes, for the next segment. */
    void moveBack(int bytes) {
        for (Turns ofResidue : turns) {
            for (int i = 0; i < ofResidue.size; i++) {
                ofResidue.starts[i] -= bytes;
            }
        }
    }

    /*
     * Both loops are long, because the eight distances are in registers only if they are local variables: elements of an array
     * would be read and checked for each multiple. p · m / 30 is computed as ⌊p / 30⌋ · m + ⌊(p mod 30) · m / 30⌋.
     */

    private static void crossOffBy30(byte[] sieve, int limit, Turns turns, int residue, int[] m) {
        int m0 = m[0], m1 = m[1], m2 = m[2], m3 = m[3], m4 = m[4], m5 = m[5], m6 = m[6], m7 = m[7];
        int c0 = residue * m0 / 30, c1 = residue * m1 / 30, c2 = residue * m2 / 30, c3 = residue * m3 / 30;
        int c4 = residue * m4 / 30, c5 = residue * m5 / 30, c6 = residue * m6 / 30, c7 = residue * m7 / 30;
        for (int i = 0; i < turns.size; i++) {
            int at = turns.starts[i];
            if (at >= limit) {
                continue;
            }
            int prime = turns.primes[i];
            int k = prime / 30;
            int d0 = k * m0 + c0, d1 = k * m1 + c1, d2 = k * m2 + c2, d3 = k * m3 + c3;
            int d4 = k * m4 + c4, d5 = k * m5 + c5, d6 = k * m6 + c6, d7 = k * m7 + c7;
            do {
                sieve[at + d0] &= (byte) ~1;
                sieve[at + d1] &= (byte) ~2;
                sieve[at + d2] &= (byte) ~4;
                sieve[at + d3] &= (byte) ~8;
                sieve[at + d4] &= (byte) ~16;
                sieve[at + d5] &= (byte) ~32;
                sieve[at + d6] &= (byte) ~64;
                sieve[at + d7] &= (byte) ~128;
                at += prime;
            } while (at < limit);
            turns.starts[i] = at;
        }
    }

    private static void crossOffBy210(byte[] sieve, int limit, Turns turns, int residue, int[] m) {
        int m0 = m[0], m1 = m[1], m2 = m[2], m3 = m[3], m4 = m[4], m5 = m[5], m6 = m[6], m7 = m[7];
        int c0 = residue * m0 / 30, c1 = residue * m1 / 30, c2 = residue * m2 / 30, c3 = residue * m3 / 30;
        int c4 = residue * m4 / 30, c5 = residue * m5 / 30, c6 = residue * m6 / 30, c7 = residue * m7 / 30;
        for (int i = 0; i < turns.size; i++) {
            int at = turns.starts[i];
            if (at >= limit) {
                continue;
            }
            int prime = turns.primes[i];
            int k = prime / 30;
            int d0 = k * m0 + c0, d1 = k * m1 + c1, d2 = k * m2 + c2, d3 = k * m3 + c3;
            int d4 = k * m4 + c4, d5 = k * m5 + c5, d6 = k * m6 + c6, d7 = k * m7 + c7;
            do {
                for (int round = 0; round < ROUNDS; round++) {
                    sieve[at + d0] &= (byte) ~1;
                    sieve[at + d1] &= (byte) ~2;
                    sieve[at + d2] &= (byte) ~4;
                    sieve[at + d3] &= (byte) ~8;
                    sieve[at + d4] &= (byte) ~16;
                    sieve[at + d5] &= (byte) ~32;
                    sieve[at + d6] &= (byte) ~64;
                    sieve[at + d7] &= (byte) ~128;
                    at += prime;
                }
                at += prime;
            } while (at < limit);
            turns.starts[i] = at;
        }
    }

    /** The primes of one residue modulo 30, with the starts of their next turns as indices into the sieve. */
    private static final class Turns {

        /** Chosen: shorter arrays take only a small part of the sieve's memory. */
        private static final int LONG = 500;

        private int[] primes = {};
        private int[] starts = {};
        private int size;

        void add(int prime, int start) {
            if (size == primes.length) {
                int[] longerPrimes = Arrays.copyOf(primes, longer(size));
                starts = Arrays.copyOf(starts, longer(size));
                primes = longerPrimes;
            }
            primes[size] = prime;
            starts[size++] = start;
        }

        /** Returns the next length of an array that has become too short: twice the length, or half more if it is long. */
        static int longer(int length) {
            return length + (length < LONG ? length : length / 2) + 8;
        }
    }
}
