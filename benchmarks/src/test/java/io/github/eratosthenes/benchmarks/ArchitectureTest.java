package io.github.eratosthenes.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.time.temporal.Temporal;
import org.junit.jupiter.api.Test;

/** Of this project the benchmarks know core only; statistics and result files know neither core nor JMH. */
class ArchitectureTest {

    private static final String PROJECT = "io.github.eratosthenes.";
    private static final JavaClasses BENCHMARKS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(PROJECT + "benchmarks");

    @Test
    void benchmarksKnowOnlyCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PROJECT + "lambda..", PROJECT + "emulator..", PROJECT + "cluster..", PROJECT + "notebooks..")
                .check(BENCHMARKS);
    }

    @Test
    void statisticsKnowNumbersOnly() {
        classes()
                .that()
                .resideInAPackage(PROJECT + "benchmarks.statistics")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "org.apache.commons.statistics..",
                        PROJECT + "benchmarks.statistics")
                .check(BENCHMARKS);
    }

    @Test
    void resultFilesNeedNoBenchmark() {
        classes()
                .that()
                .resideInAPackage(PROJECT + "benchmarks.results")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "com.fasterxml.jackson..",
                        PROJECT + "benchmarks.statistics",
                        PROJECT + "benchmarks.results")
                .check(BENCHMARKS);
    }

    /** The time of day may jump while something is measured. */
    @Test
    void noTimeSpanIsTakenFromTheTimeOfDay() {
        noClasses()
                .should()
                .callMethod(Duration.class, "between", Temporal.class, Temporal.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(BENCHMARKS);
    }
}
