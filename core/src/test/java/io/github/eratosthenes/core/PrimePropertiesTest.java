package io.github.eratosthenes.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.arithmetic.MillerRabin;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What holds for any range, limit and number, tried with random ones of fixed seeds. */
class PrimePropertiesTest {

    private static final String SEED = "20261122";

    /** A range of at most a million numbers; the lower, the likelier, but up to 10^12. */
    record Range(long from, long to) {}

    @Provide
    Arbitrary<Range> ranges() {
        Arbitrary<Long> froms = Arbitraries.integers()
                .between(0, 39)
                .flatMap(bits -> Arbitraries.longs().between(0, 1L << bits));
        Arbitrary<Long> widths = Arbitraries.integers()
                .between(0, 19)
                .flatMap(bits -> Arbitraries.longs().between(0, 1L << bits));
        return Combinators.combine(froms, widths).as((from, width) -> new Range(from, from + width));
    }

    @Property(seed = SEED, tries = 200)
    void partsAddUp(@ForAll("ranges") Range range, @ForAll @Size(max = 5) List<@LongRange(min = 0) Long> places) {
        long[] cuts = places.stream()
                .mapToLong(place -> range.from + place % (range.to - range.from + 1))
                .sorted()
                .distinct()
                .toArray();
        for (RangeSieve sieve : rangeSieves()) {
            long sum = 0;
            long from = range.from;
            for (long cut : cuts) {
                sum += sieve.count(from, cut);
                from = cut + 1;
            }
            if (from <= range.to) {
                sum += sieve.count(from, range.to);
            }
            assertThat(sum)
                    .as("%s: %s cut at %s", name(sieve), range, places)
                    .isEqualTo(sieve.count(range.from, range.to));
        }
    }

    @Property(seed = SEED, tries = 200)
    void rangesAgreeWithTheTest(@ForAll("ranges") Range range) {
        long to = Math.min(range.to, range.from + 2000);
        long[] expected = LongStream.rangeClosed(range.from, to)
                .filter(MillerRabin::isPrime)
                .toArray();
        for (RangeSieve sieve : rangeSieves()) {
            LongStream.Builder listed = LongStream.builder();
            sieve.forEach(range.from, to, listed::add);
            assertThat(listed.build().toArray())
                    .as("%s: primes from %d to %d", name(sieve), range.from, to)
                    .isEqualTo(expected);
            assertThat(sieve.count(range.from, to))
                    .as("%s: count from %d to %d", name(sieve), range.from, to)
                    .isEqualTo(expected.length);
        }
    }

    @Property(seed = SEED, tries = 100)
    void strategiesAgree(@ForAll @LongRange(min = 0, max = 300_000) long max) {
        Primes expected = SieveStrategy.BIT_SET.create().primesUpTo(max);
        for (SieveStrategy strategy : SieveStrategy.values()) {
            Primes primes = strategy.create().primesUpTo(max);
            assertThat(primes.count())
                    .as("%s: count up to %d", strategy.id(), max)
                    .isEqualTo(expected.count());
            assertThat(primes.stream().sum())
                    .as("%s: sum up to %d", strategy.id(), max)
                    .isEqualTo(expected.stream().sum());
            assertThat(primes.highest(7))
                    .as("%s: highest up to %d", strategy.id(), max)
                    .isEqualTo(expected.highest(7));
        }
    }

    @Property(seed = SEED, tries = 200)
    void forwardIsBackward(@ForAll @LongRange(min = 0) long start, @ForAll @IntRange(min = 1, max = 300) int steps) {
        PrimeIterator iterator = PrimeIterator.startingAt(start);
        long[] forward = new long[steps];
        int taken = 0;
        while (taken < steps && iterator.hasNext()) {
            forward[taken++] = iterator.nextLong();
        }
        for (int i = taken - 1; i >= 0; i--) {
            assertThat(iterator.previousLong())
                    .as("step %d back to %d", i, start)
                    .isEqualTo(forward[i]);
        }
        if (taken > 0) {
            BigInteger below = BigInteger.valueOf(start).subtract(BigInteger.ONE);
            assertThat(BigInteger.valueOf(forward[0]))
                    .isEqualTo(start < 2 ? BigInteger.TWO : below.nextProbablePrime());
        }
    }

    @Property(seed = SEED, tries = 100)
    void streamsAgreeWithTheIterator(@ForAll("ranges") Range range) {
        LongStream.Builder walked = LongStream.builder();
        PrimeIterator iterator = PrimeIterator.startingAt(range.from);
        for (long p = iterator.nextLong(); p <= range.to; p = iterator.nextLong()) {
            walked.add(p);
        }
        long[] expected = walked.build().toArray();
        assertThat(PrimeNumbers.stream(range.from, range.to).toArray()).isEqualTo(expected);
        assertThat(PrimeNumbers.stream(range.from, range.to).parallel().toArray())
                .isEqualTo(expected);
        assertThat(PrimeNumbers.count(range.from, range.to)).isEqualTo(expected.length);
    }

    @Property(seed = SEED, tries = 100)
    void theNthPrimeIsTheNth(@ForAll @LongRange(min = 1, max = 500_000) long n) {
        long prime = PrimeNumbers.nthPrime(n);
        assertThat(PrimeNumbers.count(0, prime)).isEqualTo(n);
        assertThat(PrimeNumbers.isPrime(prime)).isTrue();
    }

    private static List<RangeSieve> rangeSieves() {
        return Stream.of(SieveStrategy.values())
                .map(SieveStrategy::create)
                .filter(RangeSieve.class::isInstance)
                .map(RangeSieve.class::cast)
                .toList();
    }

    private static String name(RangeSieve sieve) {
        return sieve.getClass().getSimpleName();
    }
}
