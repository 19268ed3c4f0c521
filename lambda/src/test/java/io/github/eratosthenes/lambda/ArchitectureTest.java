package io.github.eratosthenes.lambda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.eratosthenes.testing.Architecture;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void ofThisProjectTheEndpointKnowsCoreAlone() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.github.eratosthenes.."))
                                .or(JavaClass.Predicates.resideInAnyPackage(
                                        "io.github.eratosthenes.core", "io.github.eratosthenes.lambda")))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.github.eratosthenes.lambda"));
    }

    @Test
    void textIsAlikeInEveryLocale() {
        Architecture.of("lambda").formatsTextAlikeInEveryLocale();
    }
}
