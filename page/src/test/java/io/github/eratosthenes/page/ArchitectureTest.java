package io.github.eratosthenes.page;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The page reads result files and knows no sieve, no benchmark and no endpoint. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("page");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyResults() {
        RULES.usesOnly("results..", "com.fasterxml.jackson..");
    }

    @Test
    void chartsKnowNoPage() {
        RULES.packageUsesOnly("charts", "page.data", "results..", "com.fasterxml.jackson..");
    }

    @Test
    void dataKnowsNoChart() {
        RULES.packageUsesOnly("data", "results..");
    }

    @Test
    void textIsAlikeInEveryLocale() {
        RULES.formatsTextAlikeInEveryLocale();
    }
}
