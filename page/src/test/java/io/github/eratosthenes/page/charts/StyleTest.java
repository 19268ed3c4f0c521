package io.github.eratosthenes.page.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static List<String> strategies(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(number -> "s" + number).toList();
    }

    @Test
    void asManyStrategiesAsThereAreStylesAllDifferInColourOrLine() {
        List<String> strategies = strategies(Style.COUNT);

        assertThat(strategies.stream()
                        .map(strategy -> Style.of(strategies, strategy))
                        .map(style -> style.color() + style.line()))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }

    @Test
    void oneMoreIsRefusedWithNumberAndBound() {
        assertThatThrownBy(() -> Style.of(strategies(13), "s1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a chart of 13 strategies: readers can tell no more than 12 apart (s1, s2, ");
    }

    @Test
    void anUnknownStrategyIsRefused() {
        assertThatThrownBy(() -> Style.of(strategies(2), "s3"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no strategy 's3' among s1, s2");
    }
}
