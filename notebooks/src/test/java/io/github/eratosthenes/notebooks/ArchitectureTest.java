package io.github.eratosthenes.notebooks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The notebooks read result files and know no sieve and no benchmark. */
class ArchitectureTest {

    private static final String PROJECT = "io.github.eratosthenes.";

    @Test
    void knowsResultFilesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        PROJECT + "core..",
                        PROJECT + "lambda..",
                        PROJECT + "emulator..",
                        PROJECT + "cluster..",
                        PROJECT + "benchmarks",
                        PROJECT + "benchmarks.study..",
                        "org.openjdk.jmh..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages(PROJECT + "notebooks"));
    }
}
