package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.breakpoints.LoopTimes.Passed;
import org.junit.jupiter.api.Test;

class ReasonsTest {

    private static final double LIMIT = 29;
    private static final Edge EDGE = new Edge(End.FOUND, 470L, 480L, "GATEWAY_TIMEOUT", true);

    private final LoopTimes times = new LoopTimes();

    @Test
    void predictsFromTheLastShortCall() {
        times.add(new Passed(5, 0.5, 0.4, false));
        assertThat(times.prediction(LIMIT)).isNull();
        times.add(new Passed(100, 5.8, 5.7, false));
        times.add(new Passed(400, 25, 24.9, false));
        assertThat(times.prediction(LIMIT)).isEqualTo(new LoopTimes.Prediction(500, new Passed(100, 5.8, 5.7, false)));
    }

    @Test
    void saysWhatTheTimesShow() {
        times.add(new Passed(5, 0.5, 0.4, false));
        times.add(new Passed(100, 5.8, 5.5, false));
        times.add(new Passed(470, 28.2, 28.19, true));
        times.add(new Passed(470, 27.73, 27.72, false));
        assertThat(Reasons.ofLoops(EDGE, times.prediction(LIMIT), times))
                .isEqualTo("the prediction is from a call of 100 loops at 58.000 ms each; in one of 470 a loop takes"
                        + " 59.000 ms, 1.7 % more; outside the function's own time 0.30 s and 0.01 s; long calls take"
                        + " 60.000 ms a loop on a new instance and 59.000 ms on a used one: warm-up");
    }

    @Test
    void saysNothingWhereThePredictionHolds() {
        times.add(new Passed(5, 0.5, 0.4, false));
        times.add(new Passed(100, 6.1, 6.1, false));
        assertThat(Reasons.ofLoops(EDGE, times.prediction(LIMIT), times)).isNull();
    }

    @Test
    void aCheckKeepsWhatIsStillTrue() {
        assertThat(Reasons.ofCheckedLoops(EDGE, 500L, "before")).isEqualTo("before");
        assertThat(Reasons.ofCheckedLoops(new Edge(End.FOUND, 470L, 510L, "GATEWAY_TIMEOUT", true), 500L, "before"))
                .isNull();
        assertThat(Reasons.ofCheckedLoops(new Edge(End.FOUND, 470L, 480L, "KILLED", false), 475L, null))
                .isEqualTo("time is not the reason: KILLED");
    }
}
