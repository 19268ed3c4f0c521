package io.github.eratosthenes.emulator.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartGateTest {

    private final List<String> begun = new ArrayList<>();
    private final StartGate gate = new StartGate(2, Runnable::run);

    @Test
    void letsSoManyInAndTheOthersInTheirOrder() {
        List.of("a", "b", "c", "d").forEach(name -> gate.enter(() -> begun.add(name)));
        assertThat(begun).containsExactly("a", "b");
        gate.leave();
        assertThat(begun).containsExactly("a", "b", "c");
        gate.leave();
        gate.leave();
        assertThat(begun).containsExactly("a", "b", "c", "d");
        gate.enter(() -> begun.add("e"));
        assertThat(begun).containsExactly("a", "b", "c", "d", "e");
        gate.enter(() -> begun.add("f"));
        assertThat(begun).doesNotContain("f");
    }
}
