package io.github.eratosthenes.harness.breakpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.harness.breakpoints.Edge.End;
import io.github.eratosthenes.harness.breakpoints.EdgeSearch.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdgeCheckTest {

    private static final Edge FOUND = new Edge(End.FOUND, 100L, 110L, "GATEWAY_TIMEOUT", true);

    private final List<Long> tries = new ArrayList<>();

    private Optional<Edge> check(Edge edge, long highestPassing, int mostTries) throws TroubleException {
        Settings settings = new Settings(50, 400, 60, null, 29, 0.01, 0.08, 2, mostTries);
        return new EdgeCheck(settings, value -> {
                    tries.add(value);
                    return Optional.of(
                            value <= highestPassing
                                    ? new Attempt(true, false, 28, "OK")
                                    : new Attempt(false, true, 29, "GATEWAY_TIMEOUT"));
                })
                .of(edge);
    }

    @Test
    void anEdgeThatHoldsStaysAsItIs() throws TroubleException {
        assertThat(check(FOUND, 105, 40)).contains(FOUND);
        assertThat(tries).containsExactly(100L, 110L);
    }

    @ParameterizedTest
    @CsvSource({"99, 92, 110", "80, 77, 110", "50, 50, 110", "110, 100, 119", "130, 100, 138", "399, 100, 400"})
    void theIntervalGrowsToWhereTheEdgeWent(long highestPassing, long passing, long failing) throws TroubleException {
        assertThat(check(FOUND, highestPassing, 40))
                .contains(new Edge(End.FOUND, passing, failing, "GATEWAY_TIMEOUT", true));
    }

    @Test
    void saysThatNothingPassesOrFailsAnyMore() throws TroubleException {
        assertThat(check(FOUND, 49, 40)).contains(new Edge(End.FOUND, null, 110L, "GATEWAY_TIMEOUT", true));
        assertThat(check(FOUND, 400, 40)).contains(new Edge(End.NOTHING_FAILS, 100L, null, null, false));
    }

    @Test
    void whatBreaksByMemoryMovesInSmallSteps() throws TroubleException {
        Edge byMemory = new Edge(End.FOUND, 200L, 202L, "HEAP_OOM", false);
        assertThat(check(byMemory, 199, 40))
                .hasValueSatisfying(edge -> assertThat(edge.passing()).isEqualTo(198));
    }

    @Test
    void saysNothingWhereTheBudgetRanOut() throws TroubleException {
        assertThat(check(FOUND, 49, 2)).isEmpty();
        assertThat(new EdgeCheck(
                                new Settings(50, 400, 60, null, 29, 0.01, 0.08, 2, 40),
                                value -> value == 100
                                        ? Optional.of(new Attempt(true, false, 28, "OK"))
                                        : Optional.empty())
                        .of(FOUND))
                .isEmpty();
    }

    @Test
    void refusesAnEdgeWithOneSide() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(new Edge(End.NOTHING_FAILS, 100L, null, null, false), 100, 40))
                .withMessageContaining("no two sides");
    }
}
