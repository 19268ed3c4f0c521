package io.github.eratosthenes.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.eratosthenes.testing.Architecture;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Core stands alone, its packages depend on each other one way, and its sieves are reached through the registry only. */
class ArchitectureTest {

    private static final String ROOT = "io.github.eratosthenes.core";

    /** By package: those of core's packages that it may use, besides itself, the JDK and JSpecify's annotations. */
    private static final Map<String, Set<String>> ALLOWED = Map.of(
            ROOT,
            Set.of(ROOT + ".window", ROOT + ".segment", ROOT + ".arithmetic"),
            ROOT + ".window",
            Set.of(ROOT + ".segment", ROOT + ".arithmetic"),
            ROOT + ".segment",
            Set.of(ROOT + ".arithmetic"),
            ROOT + ".arithmetic",
            Set.of());

    /** A cursor finds its sieving primes with a second cursor, whose own are all in a table. */
    private static final Set<String> RECURSION = Set.of("SegmentCursor", "Crossers", "SievingPrimes");

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.eratosthenes");

    static Stream<Map.Entry<String, Set<String>>> packages() {
        return ALLOWED.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatItMay(Map.Entry<String, Set<String>> entry) {
        String name = entry.getKey();
        String[] allowed = Stream.concat(
                        Stream.of("java..", "org.jspecify.annotations", name), entry.getValue().stream())
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CORE);
    }

    @Test
    void everyPackageIsOnTheList() {
        assertThat(CORE.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .isEqualTo(ALLOWED.keySet());
    }

    @Test
    void packagesDependOnEachOtherOneWay() {
        slices().matching("io.github.eratosthenes.(**)")
                .should()
                .beFreeOfCycles()
                .check(CORE);
    }

    @Test
    void classesDependOnEachOtherOneWay() {
        slices().assignedFrom(new ByClass()).should().beFreeOfCycles().check(CORE);
    }

    @Test
    void sievesAreFinalAndPackagePrivate() {
        classes()
                .that()
                .implement(Sieve.class)
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate()
                .andShould()
                .haveModifier(JavaModifier.FINAL)
                .check(CORE);
    }

    @Test
    void textIsAlikeInEveryLocale() {
        Architecture.of("core").formatsTextAlikeInEveryLocale();
    }

    /** Makes a slice of each class and those within it, and one of the recursion. */
    private static final class ByClass implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = outermost(javaClass).getSimpleName();
            return SliceIdentifier.of(RECURSION.contains(name) ? "SegmentCursor" : name);
        }

        private static JavaClass outermost(JavaClass javaClass) {
            return javaClass.getEnclosingClass().map(ByClass::outermost).orElse(javaClass);
        }

        @Override
        public String getDescription() {
            return "classes";
        }
    }
}
