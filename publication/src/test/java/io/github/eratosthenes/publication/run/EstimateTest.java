package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.results.text.Durations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void isTheLastDurationAfterAbout() {
        assertThat(Estimate.find("70 cells, 3 skipped, 10 rounds to run, about 26h40m"))
                .contains("26h40m");
        assertThat(Estimate.find(
                        "88 searches and 3 rounds of checks, about 4m07s, at most 240 minutes and 10000 calls."))
                .contains("4m07s");
        assertThat(Estimate.find("about something else")).isEmpty();
    }

    @Test
    void everyDurationThatACommandPrintsCanBeAdded() {
        List<String> texts = List.of(
                Durations.text(Duration.ofSeconds(247)),
                Durations.text(Duration.ofMinutes(1600)),
                Durations.text(Duration.ZERO));

        assertThat(Estimate.find("about " + texts.get(1))).contains(texts.get(1));
        assertThat(Estimate.sum(texts)).isEqualTo("26h44m");
    }
}
