package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.core.SieveStrategy;
import java.util.List;
import java.util.OptionalDouble;
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
    void theProbeTimesOneOperationAndGivesUpAfterTheBudget() throws Exception {
        ForkedProbe probe = new ForkedProbe(60_000);
        assertThat(probe.millis(SieveStrategy.BIT_SET, 100_000, JVM, Tier.C1, 64)
                        .orElseThrow())
                .isPositive();

        ForkedProbe impatient = new ForkedProbe(-950);
        assertThat(impatient.millis(SieveStrategy.BIT_SET, 2_000_000_000, JVM, Tier.C1, 600))
                .isEmpty();
        assertThat(impatient.millis(SieveStrategy.BIT_SET, 2_000_000_001, JVM, Tier.C1, 600))
                .isEmpty();
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
        StudySettings settings = new StudySettings(
                "test",
                3,
                List.of(SieveStrategy.values()),
                sizes,
                List.of(JVM),
                List.of(Tier.values()),
                new Effort(4, 2, 80),
                100,
                7);
        return StudyPlan.of(settings, MEMORY_MEGABYTES, (strategy, max, jvm, tier, heap) -> OptionalDouble.of(millis));
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
