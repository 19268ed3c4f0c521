package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The counts, against what theory says they are. */
class WorkCountTest {

    private static final CacheShape LEVEL_1 = CacheShape.parse("32K/8");
    private static final CacheShape LEVEL_2 = CacheShape.parse("512K/8");
    private static final int PAGES = 2_048;
    private static final Duration BUDGET = Duration.ofMinutes(5);

    /** Two lengths of which one is the square of a prime and the other one less. */
    private static final List<Long> SIZES = List.of(1L, 997L * 997 - 1, 997L * 997);

    private static WorkFile count(List<SieveStrategy> strategies, List<Long> sizes, Duration budget) throws Exception {
        try (AgentJar agent = AgentJar.create();
                PrintStream progress = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)) {
            return new WorkCount(new SieveCounter(agent, LEVEL_1, LEVEL_2, PAGES, budget), progress)
                    .of(strategies, sizes);
        }
    }

    private static WorkFile count(SieveStrategy... strategies) throws Exception {
        return count(List.of(strategies), SIZES, BUDGET);
    }

    @Test
    void booleanArrayCrossesOffTheMultiplesOfEachPrimeFromItsSquareOn() throws Exception {
        assertThat(count(SieveStrategy.BOOLEAN_ARRAY).works())
                .hasSameSizeAs(SIZES)
                .allSatisfy(work -> {
                    assertThat(work.crossedOff()).isEqualTo(multiples(work.max()));
                    assertThat(work.writes()).isEqualTo(work.crossedOff());
                    assertThat(work.filledBytes()).isEqualTo(work.max() + 1);
                });
    }

    @Test
    void bitsetCrossesOffTheSame() throws Exception {
        assertThat(count(SieveStrategy.BIT_SET).works())
                .hasSameSizeAs(SIZES)
                .allSatisfy(work -> assertThat(work.crossedOff()).isEqualTo(multiples(work.max())));
    }

    @Test
    void oddsOnlyCrossesOffTheOddMultiplesAndOne() throws Exception {
        assertThat(count(SieveStrategy.ODDS_ONLY).works())
                .hasSameSizeAs(SIZES)
                .allSatisfy(work -> assertThat(work.crossedOff()).isEqualTo(1 + oddMultiples(work.max())));
    }

    @Test
    void linearRemovesEachCompositeOnce() throws Exception {
        assertThat(count(SieveStrategy.LINEAR).works())
                .hasSameSizeAs(SIZES)
                .allSatisfy(work -> assertThat(work.crossedOff()).isEqualTo(work.max() - 1 - work.primes()));
    }

    @Test
    void everyStrategyIsCountedAndCountsTheSameTwice() throws Exception {
        List<SieveStrategy> all = List.of(SieveStrategy.values());
        List<Long> sizes = List.of(100_000L);

        WorkFile counted = count(all, sizes, BUDGET);

        assertThat(counted.works())
                .extracting(Work::strategy)
                .containsExactly(Arrays.stream(SieveStrategy.values())
                        .map(SieveStrategy::id)
                        .toArray(String[]::new));
        assertThat(counted.works()).allSatisfy(work -> {
            assertThat(work.primes()).as(work.strategy()).isEqualTo(9_592);
            assertThat(work.crossedOff()).as(work.strategy()).isPositive().isLessThanOrEqualTo(work.writes());
            assertThat(work.level1Misses()).as(work.strategy()).isGreaterThanOrEqualTo(work.level2Misses());
            assertThat(work.level2Misses()).as(work.strategy()).isGreaterThanOrEqualTo(work.unforeseenMisses());
            assertThat(work.turns()).as(work.strategy()).isPositive().isLessThan(work.reads() + work.branches());
            assertThat(work.waitingReads()).as(work.strategy()).isLessThan(work.reads());
            assertThat(work.wrongBranches()).as(work.strategy()).isPositive().isLessThan(work.branches());
            assertThat(work.touchedBytes()).as(work.strategy()).isPositive();
        });
        assertThat(count(all, sizes, BUDGET)).isEqualTo(counted);
    }

    /** Counts at sizes that have two pieces or more, and so several threads. Ranges below 2^25 numbers are not split. */
    @Test
    void threadsAreCountedTheSameTwice() throws Exception {
        List<SieveStrategy> parallel = List.of(SieveStrategy.PARALLEL);
        List<Long> sizes = List.of(1L << 26);

        WorkFile counted = count(parallel, sizes, BUDGET);

        assertThat(counted.works()).extracting(Work::primes).containsExactly(3_957_809L);
        assertThat(count(parallel, sizes, BUDGET)).isEqualTo(counted);
    }

    @Test
    void aSizeThatASmallerOnePromisesTooManyAccessesForIsLeftOutWithItsReason() throws Exception {
        WorkFile counted =
                count(List.of(SieveStrategy.LINEAR), List.of(2_000_000_000L, 100_000L, 1_000_000_000L), BUDGET);

        assertThat(counted.works()).extracting(Work::max).containsExactly(100_000L);
        long accesses = counted.works().get(0).reads() + counted.works().get(0).writes();
        assertThat(counted.skipped())
                .containsExactly(
                        String.format(
                                Locale.ROOT,
                                "linear at 1000000000: about %,d accesses; the limit is 1,000,000,000",
                                10_000 * accesses),
                        "linear at 2000000000: a smaller size was left out");
    }

    @Test
    void whatIsAboveAStrategysHighestMaxIsLeftOutWithItsReason() throws Exception {
        assertThat(count(List.of(SieveStrategy.LINEAR), List.of(3_000_000_000L), BUDGET)
                        .skipped())
                .containsExactly("linear at 3000000000: above the highest max "
                        + SieveStrategy.LINEAR.traits().highestMax());
    }

    @Test
    void whatIsAboveTheBudgetIsLeftOutWithItsReason() throws Exception {
        WorkFile counted = count(List.of(SieveStrategy.LINEAR), List.of(1_000_000_000L), Duration.ZERO);

        assertThat(counted.works()).isEmpty();
        assertThat(counted.skipped()).containsExactly("linear at 1000000000: above the budget of 0 s");
    }

    @Test
    void aJvmWhoseStarterIsGoneEnds() throws Exception {
        try (AgentJar agent = AgentJar.create()) {
            SieveCounter counter = new SieveCounter(agent, LEVEL_1, LEVEL_2, PAGES, BUDGET);
            Process process = new ProcessBuilder(counter.command(SieveStrategy.LINEAR, 1_000_000_000)).start();
            try {
                process.getOutputStream().close();

                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).isEqualTo(CountedSieve.ORPHANED);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void aJvmThatPrintsNoCountsFailsWithWhatItPrinted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountedSieve.parse(SieveStrategy.LINEAR, 10, "no heap\nat all"))
                .withMessage("no counts: no heap");
    }

    /** Returns the sum over the primes p up to √n of ⌊n / p⌋ − p + 1. */
    private static long multiples(long n) {
        return primesToRoot(n).map(p -> n / p - p + 1).sum();
    }

    /** Returns the same sum for odd multiples only: p times p, p + 2 and so on up to ⌊n / p⌋. */
    private static long oddMultiples(long n) {
        return primesToRoot(n).filter(p -> p > 2).map(p -> (n / p - p) / 2 + 1).sum();
    }

    private static LongStream primesToRoot(long n) {
        return LongStream.rangeClosed(2, (long) Math.sqrt((double) n))
                .filter(p -> LongStream.range(2, p).allMatch(d -> p % d != 0));
    }
}
