package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

    private static final Jvm JVM = Jvm.current();
    private static final long MEMORY_MEGABYTES = 8_192;

    @Test
    void everyCombinationIsPlanned() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1), new Size(1_000, 4)), 1);

        assertThat(plan.cells()).hasSize(2 * 2 * SieveStrategy.values().length);
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void whatIsAboveTheStrategysLimitIsSkippedWithTheLimit() throws Exception {
        StudyPlan plan = plan(List.of(new Size(3_000_000_000L, 1)), 1);

        assertThat(reason(plan, SieveStrategy.BOOLEAN_ARRAY)).isEqualTo("above max 2147483638, the strategy's limit");
    }

    @Test
    void whatIsAboveTheMemoryIsSkippedWithWhatItNeeds() throws Exception {
        StudyPlan plan = plan(List.of(new Size(2_147_000_000L, 1)), 1);

        assertThat(reason(plan, SieveStrategy.BOOLEAN_ARRAY))
                .isEqualTo("above this machine's memory: needs 8254 of 8192 MB");
    }

    @Test
    void whatIsAboveTheBudgetInAllItsLoopsIsSkippedWithTheBudget() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1), new Size(1_000, 4)), 30);

        assertThat(plan.skipped()).hasSize(2 * SieveStrategy.values().length).allSatisfy(cell -> {
            assertThat(((Workload.Sieving) cell.cell().workload()).loops()).isEqualTo(4);
            assertThat(cell.reason()).isEqualTo("above the budget of 100 ms per operation");
        });
    }

    @Test
    void whatTheProbeGaveUpOnIsSkippedWithTheBudget() throws Exception {
        Probe gaveUp = (workload, jvm, tier, heap) -> Optional.empty();

        StudyPlan plan =
                StudyPlan.of(settings(List.of(new Size(1_000, 1), new Size(1_000, 4))), MEMORY_MEGABYTES, gaveUp);

        assertThat(plan.skipped())
                .hasSize(2 * 2 * SieveStrategy.values().length)
                .allSatisfy(cell -> assertThat(cell.reason()).isEqualTo("above the budget of 100 ms per operation"));
    }

    @Test
    void twoProbesRunAtOnceAndTheOrderOfThePlanStays() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Probe pairs = (workload, jvm, tier, heap) -> {
            try {
                both.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IOException("no second probe ran beside " + workload, e);
            }
            return Optional.of(new Probed(1, 1, 0L, 0));
        };
        StudySettings settings = settings(List.of(new Size(1_000, 1), new Size(1_000, 4)));

        StudyPlan plan = StudyPlan.of(settings, MEMORY_MEGABYTES, pairs);

        assertThat(plan.measured()).hasSize(2 * 2 * SieveStrategy.values().length);
        assertThat(plan.cells().stream()
                        .map(cell -> cell.cell().workload())
                        .limit(settings.workloads().size()))
                .containsExactlyElementsOf(settings.workloads());
    }

    @Test
    void aProbeThatFailsEndsThePlanWithItsReason() {
        Probe broken = (workload, jvm, tier, heap) -> {
            throw new IOException("the probe of " + workload.size() + " failed: no such file");
        };

        assertThatThrownBy(() -> StudyPlan.of(settings(List.of(new Size(1_000, 1))), MEMORY_MEGABYTES, broken))
                .isInstanceOf(IOException.class)
                .hasMessage("the probe of 1000x1 failed: no such file");
    }

    @Test
    void aRoundRunsEveryCellOnceInAnOrderOfItsOwnThatTheSeedSettles() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1), new Size(1_000, 2)), 1);

        assertThat(plan.batchesOfRound(1)).isEqualTo(plan.batchesOfRound(1)).isNotEqualTo(plan.batchesOfRound(2));
        assertThat(plan.batchesOfRound(1).stream().flatMap(List::stream))
                .hasSize(plan.measured().size())
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsComparedIsMeasuredInTurn() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1), new Size(1_000, 2)), 1);

        assertThat(plan.batchesOfRound(1))
                .hasSize(2 * 2)
                .allSatisfy(batch -> assertThat(batch.stream()
                                .map(place -> plan.measured().get(place).cell()))
                        .hasSize(SieveStrategy.values().length)
                        .allSatisfy(cell -> {
                            Cell first = plan.measured().get(batch.get(0)).cell();
                            assertThat(cell.tier()).isEqualTo(first.tier());
                            assertThat(cell.workload().size())
                                    .isEqualTo(first.workload().size());
                        }));
    }

    @Test
    void heapsThatDoNotFitTogetherAreNotThereAtOnce() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000_000_000, 1)), 1);

        assertThat(plan.batchesOfRound(1))
                .allSatisfy(batch -> assertThat(batch.size() == 1
                                || batch.stream()
                                                .mapToLong(place -> plan.measured()
                                                        .get(place)
                                                        .heapMegabytes())
                                                .sum()
                                        <= 6_144)
                        .isTrue());
        assertThat(plan.batchesOfRound(1).stream().flatMap(List::stream)).hasSameSizeAs(plan.measured());
    }

    @Test
    void aPlanReadsBackFromItsFile() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 4), new Size(3_000_000_000L, 1)), 12);

        assertThat(StudyPlan.of(plan.file(0, null))).isEqualTo(plan);
    }

    @Test
    void longOperationsGetFewerSlicesAndAtLeastOneOfEither() {
        Effort effort = Effort.of(1_000, 30, 6);

        assertThat(effort).isEqualTo(new Effort(10, 100, 30, 6));
        assertThat(effort.forCell(6, 0)).isEqualTo(effort);
        assertThat(effort.forCell(200, 0)).isEqualTo(new Effort(4, 100, 15, 6));
        assertThat(effort.forCell(20_000, 0)).isEqualTo(new Effort(0, 100, 1, 6));
    }

    @Test
    void aCellWarmsUpForLongerThanItsProbeNeededAndTenSecondsAtMost() {
        Effort effort = Effort.of(1_000, 30, 6);

        assertThat(effort.forCell(1, 600).warmupIterations()).isEqualTo(10);
        assertThat(effort.forCell(1, 2_000).warmupIterations()).isEqualTo(30);
        assertThat(effort.forCell(1, Effort.LONGEST_WARMUP_MILLIS).warmupIterations())
                .isEqualTo(100);
    }

    @Test
    void aCellWarmsUpAsItsWarmOperationsNeedAndTheBudgetIsForTheColdOne() throws Exception {
        Probe slowStart = (workload, jvm, tier, heap) -> Optional.of(new Probed(90, 1, 400L, 77));

        StudyPlan plan = StudyPlan.of(settings(List.of(new Size(1_000, 4))), MEMORY_MEGABYTES, slowStart);

        assertThat(plan.skipped()).isEmpty();
        assertThat(plan.measured()).allSatisfy(cell -> {
            assertThat(cell.effort()).isEqualTo(new Effort(6, 100, 2, 80));
            assertThat(cell.settledMillis()).isEqualTo(400);
            assertThat(cell.probedMillis()).isEqualTo(4);
            assertThat(cell.predictedBytes()).isEqualTo(77);
        });
        Probe tooSlow = (workload, jvm, tier, heap) -> Optional.of(new Probed(98, 1, 400L, 77));
        assertThat(StudyPlan.of(settings(List.of(new Size(1_000, 4))), MEMORY_MEGABYTES, tooSlow)
                        .skipped())
                .hasSize(2 * SieveStrategy.values().length);
    }

    @Test
    void theProbeRunsUntilTheTimeHasSettledAndGivesUpAfterTheBudget() throws Exception {
        ForkedProbe probe = new ForkedProbe(60_000);
        Workload workload = new Workload.Sieving(SieveStrategy.BIT_SET, 100_000, 4);
        Probed probed = probe.probe(workload, JVM, Tier.C1, 64).orElseThrow();
        assertThat(probed.firstMillis()).isPositive();
        assertThat(probed.lastMillis()).isPositive();
        assertThat(probed.predictedBytes())
                .isEqualTo(SieveStrategy.BIT_SET.traits().bytesFor(100_000));

        ForkedProbe impatient = new ForkedProbe(-30_000);
        assertThat(impatient.probe(new Workload.Sieving(SieveStrategy.BIT_SET, 2_000_000_000, 1), JVM, Tier.C1, 600))
                .isEmpty();
        assertThat(impatient.probe(new Workload.Sieving(SieveStrategy.BIT_SET, 2_000_000_001, 1), JVM, Tier.C1, 600))
                .isEmpty();
    }

    @Test
    void everyWorkloadReadsBackFromItsWordsAndItsFile() throws Exception {
        for (Preset preset : Preset.values()) {
            for (Workload workload : preset.workloads()) {
                assertThat(Workload.of(workload.words())).isEqualTo(workload);
                PlannedCell cell = new PlannedCell.Skipped(new Cell(workload, "17", Tier.C1), "too long");
                assertThat(PlannedCell.of(cell.entry())).isEqualTo(cell);
            }
        }
    }

    @Test
    void probesAreAnnouncedAtOnceAndThenNotOneByOne() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        Probed probed = new Probed(2, 1, 0L, 3);
        Probe probe = new AnnouncingProbe((workload, jvm, tier, heap) -> Optional.of(probed), 44, out);

        for (long max : new long[] {1_000, 2_000}) {
            assertThat(probe.probe(new Workload.Sieving(SieveStrategy.BIT_SET, max, 1), JVM, Tier.C1, 64))
                    .hasValue(probed);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("probe 1 of at most 44  bitset max=1000 loops=1 jdk=" + JVM.label() + " tier=C1");
    }

    @Test
    void theExpectedTimeAddsUp() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1)), 1);
        long round =
                plan.measured().stream().mapToLong(Measured::expectedMillis).sum();

        assertThat(plan.expected(3).toMillis()).isCloseTo(3 * round, within(1L));
        assertThat(round).isGreaterThan(plan.measured().size() * (4L * 100 + 2 * 80));
    }

    private static StudyPlan plan(List<Size> sizes, double millis) throws Exception {
        return StudyPlan.of(
                settings(sizes),
                MEMORY_MEGABYTES,
                (workload, jvm, tier, heap) -> Optional.of(new Probed(millis, millis, 0L, 77)));
    }

    private static StudySettings settings(List<Size> sizes) {
        return new StudySettings(
                "test",
                3,
                StudySettings.sieving(List.of(SieveStrategy.values()), sizes),
                List.of(JVM),
                List.of(Tier.values()),
                List.of(),
                new Effort(4, 100, 2, 80),
                100,
                7);
    }

    private static String reason(StudyPlan plan, SieveStrategy strategy) {
        return plan.skipped().stream()
                .filter(cell ->
                        cell.cell().workload() instanceof Workload.Sieving sieving && sieving.strategy() == strategy)
                .map(PlannedCell.Skipped::reason)
                .findFirst()
                .orElseThrow();
    }
}
