package io.github.eratosthenes.publication;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The publication reads result files and starts commands; it knows no sieve and no benchmark. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("publication");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyResultsPageAndNotebooks() {
        RULES.usesOnly("results..", "page..", "notebooks..", "com.fasterxml.jackson..", "picocli..");
    }

    @Test
    void noTimeSpanIsTakenFromTheTimeOfDay() {
        RULES.takesNoTimeSpanFromTheTimeOfDay();
    }

    @Test
    void textIsAlikeInEveryLocale() {
        RULES.formatsTextAlikeInEveryLocale();
    }
}
