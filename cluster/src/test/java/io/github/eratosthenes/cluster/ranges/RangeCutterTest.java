package io.github.eratosthenes.cluster.ranges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeCutterTest {

    private static final long MAX = Long.MAX_VALUE;

    private final CostModel cost = CostModel.published();
    private final RangeCutter twoCores = new RangeCutter(cost, 2, 2);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0, 1",
        "1, 1",
        "9, 11",
        "10, 10",
        "10, 11",
        "0, 1000000000",
        "1, 100000000001",
        "999999999999, 5000000000000",
        "1000000000000000, 1000010000000000",
        "0, 9223372036854775807",
        "9223372036854775807, 9223372036854775807",
        "9223372036854775806, 9223372036854775807",
        "1000000000000000000, 9223372036854775807"
    })
    void coversEveryNumberOnce(long from, long to) {
        assertCovers(new Range(from, to), cut(twoCores, new Range(from, to)));
    }

    @Test
    void coversRandomRangesOnce() {
        Random random = new Random(9);
        for (int i = 0; i < 50; i++) {
            long a = random.nextLong() >>> (12 + random.nextInt(50));
            long b = random.nextLong() >>> (12 + random.nextInt(50));
            Range range = new Range(Math.min(a, b), Math.max(a, b));
            int cores = 1 + random.nextInt(64);
            assertCovers(range, cut(new RangeCutter(cost, cores, 4 * cores), range));
        }
    }

    @Test
    void leavesOutWhatLiesBetweenTheRanges() {
        List<Range> gaps = List.of(new Range(0, 5), new Range(1_000, 20_000_000_000L), new Range(MAX - 5, MAX));
        List<Range> tasks = cut(twoCores, gaps.toArray(new Range[0]));
        for (Range gap : gaps) {
            assertCovers(gap, tasks.stream().filter(gap::contains).toList());
        }
        assertThat(tasks).allMatch(task -> gaps.stream().anyMatch(gap -> gap.contains(task)));
    }

    @Test
    void everyPowerOfTenEndsARange() {
        List<Range> tasks = cut(twoCores, new Range(7, MAX));
        for (long power = 10; power > 0 && power <= 1_000_000_000_000_000_000L; power *= 10) {
            long last = power;
            assertThat(tasks).as("ends at %d", last).anyMatch(task -> task.to() == last);
        }
    }

    @Test
    void tasksOfALongJobTakeAboutEqualTimeAndAreManyMoreThanCores() {
        List<Range> tasks = cut(new RangeCutter(cost, 16, 16), new Range(1, 10_000_000_000_000L));
        assertThat(tasks).hasSizeGreaterThan(12 * 16);
        double longest = cost.taskNanos(tasks.get(0));
        List<Range> half = tasks.subList(0, tasks.size() / 2);
        assertThat(half)
                .allSatisfy(task -> assertThat(cost.taskNanos(task) / longest).isCloseTo(1, within(0.1)));
    }

    @Test
    void tasksComeLongestFirst() {
        assertThat(cut(twoCores, new Range(0, 100_000_000_000L)))
                .isSortedAccordingTo(Comparator.comparingDouble(cost::taskNanos).reversed());
    }

    @Test
    void theLastTasksOfALongJobAreShort() {
        List<Range> tasks = cut(new RangeCutter(cost, 16, 16), new Range(1, 10_000_000_000_000L));
        double work = tasks.stream().mapToDouble(cost::taskNanos).sum();
        double longest = cost.taskNanos(tasks.get(0));
        double inShortOnes = tasks.stream()
                .mapToDouble(cost::taskNanos)
                .filter(nanos -> nanos < 0.4 * longest)
                .sum();
        assertThat(inShortOnes / work).isBetween(0.09, 0.15);
    }

    @Test
    void rangesTooSmallForATaskShareOne() {
        List<Task> tasks = twoCores.cut(List.of(new Range(0, 100_000_000_000L)));
        assertThat(tasks)
                .filteredOn(task -> task.ranges().size() > 1)
                .singleElement()
                .satisfies(task -> assertThat(task.ranges()).hasSizeGreaterThan(7));
        assertThat(tasks.get(tasks.size() - 1).ranges()).contains(new Range(0, 10), new Range(11, 100));
    }

    @Test
    void setUpStaysSmallWhereTheRangeIsLongEnough() {
        long from = 1_000_000_000_000_000_000L;
        List<Range> tasks = cut(twoCores, new Range(from, from + 1_000_000_000_000L));
        assertThat(tasks)
                .hasSizeGreaterThan(2)
                .allSatisfy(task -> assertThat(cost.setUpNanos(task.to()) / cost.taskNanos(task))
                        .isLessThan(0.06));
    }

    @Test
    void aNarrowWindowHighUpKeepsEveryCoreBusyAndNoMore() {
        long from = 1_000_000_000_000_000_000L;
        assertThat(twoCores.cut(List.of(new Range(from, from + 2_000_000_000L))))
                .hasSize(2);
    }

    @Test
    void fewTasksAreAMultipleOfTheCores() {
        long from = 1_000_000_000_000_000L;
        for (int cores = 1; cores <= 16; cores++) {
            List<Task> tasks =
                    new RangeCutter(cost, cores, cores).cut(List.of(new Range(from, from + 20_000_000_000L)));
            assertThat(tasks.size() % cores)
                    .as("%d tasks on %d cores", tasks.size(), cores)
                    .isZero();
        }
    }

    @Test
    void theDriverNeverGetsMoreTasksThanItCanHold() {
        assertThat(new RangeCutter(cost, 10_000, 10_000).cut(List.of(new Range(0, MAX))))
                .hasSizeLessThan(110_000);
    }

    private static List<Range> cut(RangeCutter cutter, Range... ranges) {
        return cutter.cut(List.of(ranges)).stream()
                .flatMap(task -> task.ranges().stream())
                .toList();
    }

    private static void assertCovers(Range whole, List<Range> tasks) {
        List<Range> sorted = new ArrayList<>(tasks);
        sorted.sort(Comparator.comparingLong(Range::from));
        assertThat(sorted.get(0).from()).as("first of %s", whole).isEqualTo(whole.from());
        assertThat(sorted.get(sorted.size() - 1).to()).as("last of %s", whole).isEqualTo(whole.to());
        for (int i = 1; i < sorted.size(); i++) {
            Range before = sorted.get(i - 1);
            if (sorted.get(i).from() - 1 != before.to()) {
                throw new AssertionError(sorted.get(i) + " follows " + before);
            }
        }
    }
}
