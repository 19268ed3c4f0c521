package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.Probe.Probed;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.core.SieveStrategy;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StudyPlanTest {

    private static final Jvm JVM = Jvm.current();
    private static final long MEMORY_MEGABYTES = 8_192;

    @Test
    void everyCombinationIsPlannedAndBothRulersOnEachTier() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1), new Size(1_000, 4)), 1);

        assertThat(plan.cells()).hasSize(2 * (2 + 2 * SieveStrategy.values().length));
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
            assertThat(cell.reason()).isEqualTo("above the budget of 100 ms an operation");
        });
    }

    @Test
    void whatTheProbeGaveUpOnIsSkippedWithTheBudget() throws Exception {
        Probe gaveUp = (strategy, max, jvm, tier, heap) -> Optional.empty();

        StudyPlan plan =
                StudyPlan.of(settings(List.of(new Size(1_000, 1), new Size(1_000, 4))), MEMORY_MEGABYTES, gaveUp);

        assertThat(plan.skipped())
                .hasSize(2 * 2 * SieveStrategy.values().length)
                .allSatisfy(cell -> assertThat(cell.reason()).isEqualTo("above the budget of 100 ms an operation"));
    }

    @Test
    void aRoundRunsEveryCellOnceInAnOrderOfItsOwnThatTheSeedSettles() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1)), 1);
        int cells = plan.measured().size();

        assertThat(plan.orderOfRound(1))
                .hasSize(cells)
                .doesNotHaveDuplicates()
                .isEqualTo(plan.orderOfRound(1))
                .isNotEqualTo(plan.orderOfRound(2));
    }

    @Test
    void aPlanReadsBackFromItsFile() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 4), new Size(3_000_000_000L, 1)), 12);

        assertThat(StudyPlan.of(plan.file(0))).isEqualTo(plan);
    }

    @Test
    void longOperationsGetFewerIterationsAndAtLeastOneOfEither() {
        Effort effort = new Effort(4, 2, 80);

        assertThat(effort.forOperationsOf(80)).isEqualTo(effort);
        assertThat(effort.forOperationsOf(200)).isEqualTo(new Effort(2, 2, 80));
        assertThat(effort.forOperationsOf(1_900)).isEqualTo(new Effort(1, 1, 80));
    }

    @Test
    void aCellWarmsUpAsItsWarmOperationsNeedAndTheBudgetIsForTheColdOne() throws Exception {
        Probe slowStart = (strategy, max, jvm, tier, heap) -> Optional.of(new Probed(90, 1, 77));

        StudyPlan plan = StudyPlan.of(settings(List.of(new Size(1_000, 4))), MEMORY_MEGABYTES, slowStart);

        assertThat(plan.skipped()).isEmpty();
        assertThat(plan.measured())
                .allSatisfy(cell -> assertThat(cell.effort()).isEqualTo(new Effort(4, 2, 80)))
                .filteredOn(cell -> cell.cell().workload() instanceof Workload.Sieving)
                .allSatisfy(cell -> {
                    assertThat(cell.probedMillis()).isEqualTo(4);
                    assertThat(cell.predictedBytes()).isEqualTo(77);
                });
        Probe tooSlow = (strategy, max, jvm, tier, heap) -> Optional.of(new Probed(98, 1, 77));
        assertThat(StudyPlan.of(settings(List.of(new Size(1_000, 4))), MEMORY_MEGABYTES, tooSlow)
                        .skipped())
                .hasSize(2 * SieveStrategy.values().length);
    }

    @Test
    void theProbeTimesAFewOperationsAndGivesUpAfterTheBudget() throws Exception {
        ForkedProbe probe = new ForkedProbe(60_000);
        Probed probed =
                probe.probe(SieveStrategy.BIT_SET, 100_000, JVM, Tier.C1, 64).orElseThrow();
        assertThat(probed.firstMillis()).isPositive();
        assertThat(probed.lastMillis()).isPositive().isNotEqualTo(probed.firstMillis());
        assertThat(probed.predictedBytes())
                .isEqualTo(SieveStrategy.BIT_SET.traits().bytesFor(100_000));

        ForkedProbe impatient = new ForkedProbe(-1_450);
        assertThat(impatient.probe(SieveStrategy.BIT_SET, 2_000_000_000, JVM, Tier.C1, 600))
                .isEmpty();
        assertThat(impatient.probe(SieveStrategy.BIT_SET, 2_000_000_001, JVM, Tier.C1, 600))
                .isEmpty();
    }

    @Test
    void probesAreAnnouncedAtOnceAndThenNotOneByOne() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        Probe probe = new AnnouncingProbe(
                (strategy, max, jvm, tier, heap) -> Optional.of(new Probed(max, max, max)), 44, out);

        assertThat(probe.probe(SieveStrategy.BIT_SET, 1_000, JVM, Tier.C1, 64))
                .hasValue(new Probed(1_000, 1_000, 1_000));
        assertThat(probe.probe(SieveStrategy.BIT_SET, 2_000, JVM, Tier.C1, 64))
                .hasValue(new Probed(2_000, 2_000, 2_000));

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("probe 1 of at most 44  bitset max=1000 jdk=" + JVM.label() + " C1");
    }

    @Test
    void theExpectedTimeAddsUp() throws Exception {
        StudyPlan plan = plan(List.of(new Size(1_000, 1)), 1);
        long round =
                plan.measured().stream().mapToLong(Measured::expectedMillis).sum();

        assertThat(plan.expected(3).toMillis()).isCloseTo(3 * round, within(1L));
        assertThat(round).isGreaterThan(plan.measured().size() * 6L * 80);
    }

    private static StudyPlan plan(List<Size> sizes, double millis) throws Exception {
        return StudyPlan.of(
                settings(sizes),
                MEMORY_MEGABYTES,
                (strategy, max, jvm, tier, heap) -> Optional.of(new Probed(millis, millis, 77)));
    }

    private static StudySettings settings(List<Size> sizes) {
        return new StudySettings(
                "test",
                3,
                List.of(SieveStrategy.values()),
                sizes,
                List.of(JVM),
                List.of(Tier.values()),
                new Effort(4, 2, 80),
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
