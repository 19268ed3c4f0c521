package io.github.eratosthenes.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InstanceStateTest {

    @ParameterizedTest
    @CsvSource({
        "NEW,         INIT DEAD",
        "INIT,        RUNNING TIMED_OUT CLOSING STOPPED",
        "INVOKE_INIT, RUNNING TIMED_OUT CLOSING STOPPED",
        "IDLE,        IDLE RUNNING CLOSING STOPPED",
        "RUNNING,     RETURNING TIMED_OUT CLOSING STOPPED",
        "RETURNING,   IDLE RUNNING TIMED_OUT CLOSING STOPPED",
        "TIMED_OUT,   CLOSING STOPPED",
        "STOPPED,     INVOKE_INIT DEAD",
        "CLOSING,     DEAD"
    })
    void anInstanceMovesOnAlongTheTable(InstanceState from, String next) {
        assertThat(nextOf(from))
                .containsExactlyInAnyOrder(Arrays.stream(next.split(" ", -1))
                        .map(InstanceState::valueOf)
                        .toArray(InstanceState[]::new));
    }

    @Test
    void nothingLeadsOutOfTheEnd() {
        assertThat(nextOf(InstanceState.DEAD)).isEmpty();
    }

    @Test
    void everyStateCanBeReached() {
        assertThat(reachableFrom(InstanceState.NEW)).containsExactlyInAnyOrder(InstanceState.values());
    }

    @ParameterizedTest
    @EnumSource
    void everyStateCanEnd(InstanceState from) {
        assertThat(reachableFrom(from)).contains(InstanceState.DEAD);
    }

    private static Set<InstanceState> nextOf(InstanceState state) {
        Set<InstanceState> next = EnumSet.allOf(InstanceState.class);
        next.removeIf(to -> !state.mayBecome(to));
        return next;
    }

    private static Set<InstanceState> reachableFrom(InstanceState first) {
        Set<InstanceState> reached = EnumSet.of(first);
        Deque<InstanceState> left = new ArrayDeque<>(reached);
        while (!left.isEmpty()) {
            for (InstanceState next : nextOf(left.pop())) {
                if (reached.add(next)) {
                    left.push(next);
                }
            }
        }
        return reached;
    }
}
