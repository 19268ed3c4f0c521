package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What every sieve must do, whatever it is made of. Each check names the strategy in its failure; {@link
 * #check(String, Sieve, long)} runs them all.
 */
final class SieveContract {

    private static final long[] PI_OF_POWERS_OF_TEN = {0, 4, 25, 168, 1229, 9592, 78498, 664579};

    private static final long REFERENCE_MAX = 70_000;
    private static final long[] REFERENCE = primesByTrialDivision(REFERENCE_MAX);

    private final String name;
    private final Sieve sieve;
    private final long highestMax;

    private SieveContract(String name, Sieve sieve, long highestMax) {
        this.name = name;
        this.sieve = sieve;
        this.highestMax = highestMax;
    }

    /** Fails with an AssertionError that starts with the name where the sieve breaks the contract. */
    static void check(String name, Sieve sieve, long highestMax) {
        SieveContract contract = new SieveContract(name, sieve, highestMax);
        contract.agreesWithTrialDivision();
        contract.countsPowersOfTen();
        contract.listsHighest();
        contract.answersRepeatedCallsAlike();
        contract.rejectsBadArguments();
    }

    /** Tries all limits to 300, then limits around squares, words, wheels and segments, then random limits. */
    private void agreesWithTrialDivision() {
        Set<Long> limits = new TreeSet<>();
        LongStream.rangeClosed(0, 300).forEach(limits::add);
        for (long p : new long[] {17, 19, 23, 29, 31, 37, 127, 131, 181, 191, 251, 257}) {
            around(p * p, limits);
        }
        for (long edge : new long[] {1 << 10, 1 << 12, 1 << 14, 1 << 15, 1 << 16, 30 * 1024, 30_030, 60_060}) {
            around(edge, limits);
        }
        new Random(20261122).longs(20, 0, REFERENCE_MAX).forEach(limits::add);
        for (long max : limits) {
            long[] expected = LongStream.of(REFERENCE).takeWhile(p -> p <= max).toArray();
            Primes primes = sieve.primesUpTo(max);
            assertThat(primes.max()).as("%s: max() up to %d", name, max).isEqualTo(max);
            assertThat(primes.count()).as("%s: count up to %d", name, max).isEqualTo(expected.length);
            assertThat(primes.stream().toArray())
                    .as("%s: primes up to %d", name, max)
                    .isEqualTo(expected);
        }
    }

    private static void around(long edge, Set<Long> limits) {
        limits.add(edge - 1);
        limits.add(edge);
        limits.add(edge + 1);
    }

    private void countsPowersOfTen() {
        long max = 1;
        for (long expected : PI_OF_POWERS_OF_TEN) {
            if (max <= highestMax) {
                assertThat(sieve.primesUpTo(max).count())
                        .as("%s: count up to %d", name, max)
                        .isEqualTo(expected);
            }
            max *= 10;
        }
    }

    private void listsHighest() {
        assertThat(sieve.primesUpTo(1_000_000).highest(3))
                .as("%s: highest three up to 1000000", name)
                .containsExactly(999_983, 999_979, 999_961);
        assertThat(sieve.primesUpTo(1).highest(3))
                .as("%s: highest up to 1", name)
                .isEmpty();
        assertThat(sieve.primesUpTo(5).highest(9))
                .as("%s: highest nine up to 5", name)
                .containsExactly(5, 3, 2);
        assertThat(sieve.primesUpTo(100).highest(0))
                .as("%s: highest none", name)
                .isEmpty();
        long[] descending =
                LongStream.of(REFERENCE).map(p -> -p).sorted().map(p -> -p).toArray();
        assertThat(sieve.primesUpTo(REFERENCE_MAX).highest(REFERENCE.length))
                .as("%s: all up to %d, descending", name, REFERENCE_MAX)
                .isEqualTo(descending);
    }

    private void answersRepeatedCallsAlike() {
        Primes first = sieve.primesUpTo(10_000);
        Primes second = sieve.primesUpTo(100);
        assertThat(second.count()).as("%s: second call's count", name).isEqualTo(25);
        assertThat(first.count()).as("%s: first call's count, later", name).isEqualTo(1229);
        assertThat(first.stream().sum()).as("%s: first call's sum", name).isEqualTo(5_736_396);
        assertThat(first.stream().sum()).as("%s: its sum again", name).isEqualTo(5_736_396);
    }

    private void rejectsBadArguments() {
        assertThatIllegalArgumentException()
                .as("%s: max -1", name)
                .isThrownBy(() -> sieve.primesUpTo(-1))
                .withMessage("max -1 is below 0, the lowest allowed");
        if (highestMax < Long.MAX_VALUE) {
            assertThatIllegalArgumentException()
                    .as("%s: max above the highest", name)
                    .isThrownBy(() -> sieve.primesUpTo(highestMax + 1))
                    .withMessage("max " + (highestMax + 1) + " is above " + highestMax + ", the highest allowed");
        }
        Primes primes = sieve.primesUpTo(10);
        assertThatIllegalArgumentException()
                .as("%s: highest(-1)", name)
                .isThrownBy(() -> primes.highest(-1))
                .withMessage("k -1 is below 0, the lowest allowed");
    }

    private static long[] primesByTrialDivision(long max) {
        return LongStream.rangeClosed(2, max)
                .filter(n ->
                        LongStream.rangeClosed(2, (long) Math.sqrt((double) n)).noneMatch(d -> n % d == 0))
                .toArray();
    }
}
