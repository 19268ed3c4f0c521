package io.github.eratosthenes.results;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** Results know files and numbers: no sieve, no benchmark, no endpoint. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("results");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesNoOtherModule() {
        RULES.usesOnly("com.fasterxml.jackson..", "org.apache.commons.statistics..", "picocli..");
    }

    @Test
    void statisticsKnowNumbersOnly() {
        RULES.packageUsesOnly("statistics", "org.apache.commons.statistics..");
    }

    @Test
    void filesKnowStatisticsAndTextOnly() {
        RULES.packageUsesOnly("files", "results.statistics", "results.text", "com.fasterxml.jackson..");
    }

    @Test
    void textKnowsStatisticsOnly() {
        RULES.packageUsesOnly("text", "results.statistics");
    }

    @Test
    void timeSpansAreMeasuredByAClockThatDoesNotJump() {
        RULES.takesNoTimeSpanFromTheTimeOfDay();
    }

    @Test
    void textIsAlikeInEveryLocale() {
        RULES.formatsTextAlikeInEveryLocale();
    }
}
