package io.github.eratosthenes.cluster;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("cluster");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void theJobUsesOnlyCoreAndSpark() {
        RULES.usesOnly("core", "org.apache.spark..", "org.apache.hadoop.security", "scala..", "picocli..");
    }

    @Test
    void theRangesKnowNoSpark() {
        RULES.packageUsesOnly("ranges", "core");
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
