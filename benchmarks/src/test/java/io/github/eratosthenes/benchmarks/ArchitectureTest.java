package io.github.eratosthenes.benchmarks;

import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

/** The benchmarks measure core, and others for comparison; they write result files and a page of them. */
class ArchitectureTest {

    private static final Architecture RULES = Architecture.of("benchmarks");

    @Test
    void packagesFormNoCycles() {
        RULES.hasNoCycles();
    }

    @Test
    void usesOnlyCoreResultsAndPage() {
        RULES.usesOnly(
                "core",
                "results..",
                "page",
                "org.openjdk.jmh..",
                "com.fasterxml.jackson..",
                "com.sun.jna..",
                "cc.redberry.rings..",
                "org.objectweb.asm..",
                "picocli..");
    }

    @Test
    void reportsAndComparisonsKnowNoBenchmark() {
        RULES.packageUsesOnly("report", "results..", "page", "core", "picocli..");
        RULES.packageUsesOnly("compare", "results..", "benchmarks.report", "picocli..");
    }

    @Test
    void whatRewrittenCodeCallsKnowsTheJdkOnly() {
        RULES.packageUsesOnly("work.trace");
        RULES.packageUsesOnly(
                "work",
                "benchmarks",
                "benchmarks.work.trace",
                "results..",
                "core",
                "org.objectweb.asm..",
                "org.openjdk.jmh..",
                "picocli..");
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
