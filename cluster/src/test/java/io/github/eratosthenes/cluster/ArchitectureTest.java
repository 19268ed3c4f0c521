package io.github.eratosthenes.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.eratosthenes.cluster");

    @Test
    void noPackageDependsOnItselfByWayOfAnother() {
        slices().matching("io.github.eratosthenes.(**)")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theJobUsesCoreAndSparkAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "io.github.eratosthenes.core",
                        "io.github.eratosthenes.cluster..",
                        "org.apache.spark..",
                        "scala..",
                        "picocli..")
                .check(CLASSES);
    }

    @Test
    void theRangesKnowNoSpark() {
        classes()
                .that()
                .resideInAPackage("io.github.eratosthenes.cluster.ranges")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify.annotations",
                        "io.github.eratosthenes.core",
                        "io.github.eratosthenes.cluster.ranges")
                .check(CLASSES);
    }
}
