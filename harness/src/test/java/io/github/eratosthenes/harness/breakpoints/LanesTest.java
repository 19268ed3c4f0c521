package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LanesTest {

    private static final Planned SMALL = planned(SieveStrategy.BIT_SET, 128);
    private static final Planned LARGE = planned(SieveStrategy.BIT_SET, 1024);
    private static final Planned OTHER_LARGE = planned(SieveStrategy.SEGMENTED, 1024);
    private static final Forecast FORECAST = new Forecast(29, 2);

    private static Planned planned(SieveStrategy strategy, int memory) {
        return new Planned(strategy, memory, Kind.TIME);
    }

    @Test
    @Timeout(120)
    void runsEverySearchOnceAndNeverMoreThanFit() throws InterruptedException {
        Lanes lanes = Lanes.local(1);
        List<Planned> searches = List.of(SMALL, LARGE, OTHER_LARGE, planned(SieveStrategy.WHEEL, 512));
        List<Planned> running = new ArrayList<>();
        List<Planned> ended = Collections.synchronizedList(new ArrayList<>());
        List<Double> shares = Collections.synchronizedList(new ArrayList<>());
        lanes.run(searches, search -> {
            synchronized (running) {
                running.add(search);
                shares.add(running.stream().mapToDouble(Planned::processors).sum());
            }
            pause();
            synchronized (running) {
                running.remove(search);
            }
            ended.add(search);
        });
        assertThat(ended).containsExactlyInAnyOrderElementsOf(searches);
        assertThat(shares).allMatch(share -> share <= 0.95);
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void foreseesWhatRunsSideBySide() {
        List<Planned> three = List.of(SMALL, LARGE, OTHER_LARGE);
        assertThat(Lanes.local(1).seconds(three, search -> 100)).isEqualTo(200);
        assertThat(Lanes.local(1).seconds(List.of(SMALL, planned(SieveStrategy.WHEEL, 512)), search -> 100))
                .isEqualTo(100);
        assertThat(Lanes.local(2).seconds(three, search -> 100)).isEqualTo(100);
        assertThat(Lanes.local(1).seconds(List.of(), search -> 100)).isZero();
    }

    @Test
    void allStrategiesAtFourSizesTakeAboutHalfAnHourOnTwoProcessors() {
        Plan plan = new Plan(
                Arrays.stream(SieveStrategy.values()).map(SieveStrategy::id).toList(),
                List.of(128, 256, 512, 1024),
                List.of(Kind.values()),
                1,
                1,
                8,
                "",
                "rest",
                "",
                null,
                null,
                null);
        assertThat(new Forecast(29, 1).together(plan.rounds(), Lanes.local(2)).toMinutes())
                .isBetween(25L, 35L);
    }

    /** Packs shares onto single processors. Three shares of 58 % are less than two processors, but the third one fits on neither. */
    @Test
    void sharesFitOnSingleProcessors() {
        List<Planned> large = List.of(LARGE, OTHER_LARGE, planned(SieveStrategy.WHEEL, 1024));
        assertThat(Lanes.local(2).seconds(large, search -> 100)).isEqualTo(200);
        List<Planned> beside = List.of(LARGE, OTHER_LARGE, planned(SieveStrategy.WHEEL, 512), SMALL);
        assertThat(Lanes.local(2).seconds(beside, search -> 100)).isEqualTo(100);
        List<Planned> severalProcessors = List.of(planned(SieveStrategy.WHEEL, 3008), SMALL);
        assertThat(Lanes.local(2).seconds(severalProcessors, search -> 100)).isEqualTo(200);
        assertThat(Lanes.local(3).seconds(severalProcessors, search -> 100)).isEqualTo(100);
        assertThat(Lanes.local(1).seconds(severalProcessors, search -> 100)).isEqualTo(200);
    }

    @Test
    void elsewhereEachFunctionHasItsOwnMachine() {
        List<Planned> nine = Collections.nCopies(9, LARGE);
        assertThat(Lanes.remote().seconds(nine.subList(0, 8), search -> 100)).isEqualTo(100);
        assertThat(Lanes.remote().seconds(nine, search -> 100)).isEqualTo(200);
    }

    @Test
    void whatIsLeftGrowsWithWhatSearchesTook() {
        List<Planned> left = List.of(LARGE, OTHER_LARGE);
        Lanes lanes = Lanes.local(1);
        double each = FORECAST.seconds(LARGE);
        assertThat(Progress.remainingSeconds(left, Map.of(), lanes, FORECAST, 1, 0))
                .isEqualTo(2 * each, Offset.offset(1e-9));
        assertThat(Progress.remainingSeconds(left, Map.of(), lanes, FORECAST, 2.5, 900))
                .isEqualTo(5 * each, Offset.offset(1e-9));
        assertThat(Progress.remainingSeconds(left, Map.of(LARGE, 890.0), lanes, FORECAST, 1, 900))
                .isEqualTo(2 * each - 10, Offset.offset(1e-9));
        assertThat(Progress.remainingSeconds(List.of(LARGE), Map.of(LARGE, 0.0), lanes, FORECAST, 1, 900))
                .isEqualTo(0.1 * each, Offset.offset(1e-9));
    }

    @Test
    void roundsFollowOneAnother() {
        List<Planned> searches = List.of(SMALL, planned(SieveStrategy.WHEEL, 128));
        List<Planned> checks = searches.stream().map(search -> search.again(1)).toList();
        double both = FORECAST.seconds(SMALL) + FORECAST.seconds(SMALL.again(1));
        assertThat(FORECAST.seconds(SMALL.again(1))).isGreaterThan(2 * 29).isLessThan(FORECAST.seconds(SMALL));
        assertThat(FORECAST.together(List.of(searches, checks), Lanes.local(1)).toSeconds())
                .isEqualTo(Math.round(both));
    }
}
