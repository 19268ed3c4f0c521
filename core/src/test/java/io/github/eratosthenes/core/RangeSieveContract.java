package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.core.arithmetic.MillerRabin;
import java.util.stream.LongStream;

/**
 * What every sieve of ranges must do beyond {@link SieveContract}. Each check names the strategy in its failure; {@link
 * #check(String, RangeSieve, long)} runs them all.
 */
final class RangeSieveContract {

    /** Words, wheels, segments and pads of all likely sizes, in numbers, and where an int ends. */
    private static final long[] EDGES = {
        64,
        128,
        240,
        1 << 10,
        1 << 13,
        1 << 15,
        30 * 64,
        30 * (1 << 13),
        30 * (1 << 15),
        30 * (1 << 16),
        30 * (1 << 17),
        30 * (1 << 18),
        30 * (1 << 19),
        30 * (1 << 20),
        30_030,
        510_510,
        9_699_690,
        1L << 31,
        1L << 32,
        1L << 33,
        30 * (1L << 31),
        1L << 40,
        1L << 48
    };

    private static final int HALF_WINDOW = 150;

    /** How far the highest range reaches below highestMax. */
    private static final int END_WINDOW = 2000;

    private final String name;
    private final RangeSieve sieve;
    private final long highestMax;

    private RangeSieveContract(String name, RangeSieve sieve, long highestMax) {
        this.name = name;
        this.sieve = sieve;
        this.highestMax = highestMax;
    }

    /** Fails with an AssertionError that starts with the name where the sieve breaks the contract. */
    static void check(String name, RangeSieve sieve, long highestMax) {
        RangeSieveContract contract = new RangeSieveContract(name, sieve, highestMax);
        contract.answersAllSmallRanges();
        contract.answersAroundSquares();
        contract.answersAroundEdges();
        contract.stopsWhenTheActionThrows();
        contract.rejectsBadRanges();
    }

    /** Checks the highest range, which takes seconds for the sieving primes to √highestMax. */
    static void checkEnd(String name, RangeSieve sieve, long highestMax) {
        new RangeSieveContract(name, sieve, highestMax).assertAnswers(highestMax - END_WINDOW, highestMax);
    }

    private void answersAllSmallRanges() {
        for (long from = 0; from <= 130; from++) {
            for (long to = from; to <= 130; to++) {
                assertAnswers(from, to);
            }
        }
    }

    /** Counts around squares of primes, where a sieving prime joins in. */
    private void answersAroundSquares() {
        for (long p :
                new long[] {7, 11, 13, 31, 61, 163, 167, 197, 199, 211, 239, 241, 251, 257, 65_521, 65_537, 1_000_003
                }) {
            assertAnswers(p * p - HALF_WINDOW / 4, p * p);
            assertAnswers(p * p, p * p + HALF_WINDOW);
            assertAnswers(p * p - 1, p * p + 1);
            assertAnswers(p * p, p * p);
        }
    }

    private void answersAroundEdges() {
        for (long edge : EDGES) {
            assertAnswers(Math.max(0, edge - HALF_WINDOW), edge + HALF_WINDOW);
            assertAnswers(edge, edge + HALF_WINDOW);
            assertAnswers(Math.max(0, edge - HALF_WINDOW), edge - 1);
            for (long n = edge - 2; n <= edge + 2; n++) {
                assertAnswers(n, n);
            }
        }
    }

    private void assertAnswers(long from, long to) {
        long[] expected = LongStream.rangeClosed(0, to - from)
                .map(i -> from + i)
                .filter(MillerRabin::isPrime)
                .toArray();
        LongStream.Builder listed = LongStream.builder();
        sieve.forEach(from, to, listed::add);
        assertThat(listed.build().toArray())
                .as("%s: primes from %d to %d", name, from, to)
                .isEqualTo(expected);
        assertThat(sieve.count(from, to))
                .as("%s: count from %d to %d", name, from, to)
                .isEqualTo(expected.length);
    }

    private void stopsWhenTheActionThrows() {
        LongStream.Builder seen = LongStream.builder();
        assertThatExceptionOfType(IllegalStateException.class)
                .as("%s: what the action throws", name)
                .isThrownBy(() -> sieve.forEach(90, 1_000_000, p -> {
                    seen.add(p);
                    if (p > 100) {
                        throw new IllegalStateException("enough");
                    }
                }));
        assertThat(seen.build().toArray())
                .as("%s: primes before the action threw", name)
                .containsExactly(97, 101);
    }

    private void rejectsBadRanges() {
        assertRejects(-1, 5, "from -1 is below 0, the lowest allowed");
        assertRejects(6, 5, "to 5 is below from 6, the lowest allowed");
        if (highestMax < Long.MAX_VALUE) {
            assertRejects(
                    0, highestMax + 1, "to " + (highestMax + 1) + " is above " + highestMax + ", the highest allowed");
        }
    }

    private void assertRejects(long from, long to, String message) {
        assertThatIllegalArgumentException()
                .as("%s: count from %d to %d", name, from, to)
                .isThrownBy(() -> sieve.count(from, to))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .as("%s: primes from %d to %d", name, from, to)
                .isThrownBy(() -> sieve.forEach(from, to, p -> {}))
                .withMessage(message);
    }
}
