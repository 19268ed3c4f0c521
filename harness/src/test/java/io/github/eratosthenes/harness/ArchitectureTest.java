package io.github.eratosthenes.harness;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The harness calls endpoints by HTTP: it knows the sieves it asks for and result files, and no emulator or function. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("harness");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyCoreResultsAndPage() {
        RULES.usesOnly("core", "results..", "page", "com.fasterxml.jackson..", "org.HdrHistogram", "picocli..");
    }

    @Test
    void endpointKnowsNoCommand() {
        RULES.packageUsesOnly("endpoint", "core", "results..", "com.fasterxml.jackson..", "picocli..");
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
