package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The notebooks read result files and know no sieve and no benchmark. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("notebooks");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyResults() {
        RULES.usesOnly("results..", "com.fasterxml.jackson..", "picocli..");
    }

    @Test
    void chartsKnowNoPageAndNoPicture() {
        RULES.packageUsesOnly("charts", "notebooks.data", "results..", "com.fasterxml.jackson..");
    }

    @Test
    void dataKnowsNoChart() {
        RULES.packageUsesOnly("data", "results..");
    }
}
