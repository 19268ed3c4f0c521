package io.github.eratosthenes.cluster;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void ofThisProjectTheJobKnowsCoreAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.github.eratosthenes.."))
                                .or(JavaClass.Predicates.resideInAnyPackage(
                                        "io.github.eratosthenes.core", "io.github.eratosthenes.cluster")))
                .check(new ClassFileImporter().importPackages("io.github.eratosthenes.cluster"));
    }
}
