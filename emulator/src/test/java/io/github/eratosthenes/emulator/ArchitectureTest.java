package io.github.eratosthenes.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theEmulatorKnowsNothingElseOfThisProject() {
        noClasses()
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("io.github.eratosthenes..")
                        .and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAPackage("io.github.eratosthenes.emulator"))))
                .check(new ClassFileImporter().importPackages("io.github.eratosthenes.emulator"));
    }
}
