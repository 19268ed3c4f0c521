package io.github.eratosthenes.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.eratosthenes.testing.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The emulator knows nothing else of this project, and its packages know each other one way only. */
class ArchitectureTest {
    private static final String ROOT = "io.github.eratosthenes.emulator";
    private static final String JETTY = "org.eclipse.jetty..";
    private static final String JACKSON = "com.fasterxml.jackson..";

    /** What each package may use beyond itself, the JDK and the annotations for null. */
    private static final Map<String, List<String>> ALLOWED = Map.of(
            ROOT + ".http",
            List.of(JETTY),
            ROOT + ".cgroup",
            List.of(),
            ROOT + ".workspace",
            List.of(ROOT + ".cgroup"),
            ROOT + ".log",
            List.of(JACKSON, ROOT + ".cgroup", ROOT + ".workspace"),
            ROOT + ".runtime",
            List.of(JACKSON),
            ROOT + ".function",
            List.of(JACKSON, JETTY, ROOT + ".http", ROOT + ".cgroup", ROOT + ".log", ROOT + ".runtime"),
            ROOT + ".gateway",
            List.of(
                    JACKSON,
                    JETTY,
                    ROOT + ".http",
                    ROOT + ".cgroup",
                    ROOT + ".log",
                    ROOT + ".runtime",
                    ROOT + ".function"),
            ROOT,
            List.of(
                    "picocli..",
                    ROOT + ".cgroup",
                    ROOT + ".workspace",
                    ROOT + ".log",
                    ROOT + ".runtime",
                    ROOT + ".function",
                    ROOT + ".gateway"));

    private static final JavaClasses EMULATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static List<String> packages() {
        return EMULATOR.stream().map(JavaClass::getPackageName).distinct().toList();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesNothingButWhatItMay(String name) {
        List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify.annotations", name));
        assertThat(ALLOWED).as("what each package may use").containsKey(name);
        allowed.addAll(ALLOWED.getOrDefault(name, List.of()));
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(new String[0]))
                .check(EMULATOR);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("io.github.eratosthenes.(**)")
                .should()
                .beFreeOfCycles()
                .check(EMULATOR);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageChecksForNull(String name) {
        assertThat(EMULATOR.getPackage(name).isAnnotatedWith(NullMarked.class))
                .as("@NullMarked in the package-info of " + name)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void noPackageHasMoreThanTwentyClasses(String name) {
        assertThat(EMULATOR.stream()
                        .filter(type -> type.getPackageName().equals(name) && type.isTopLevelClass())
                        .map(JavaClass::getSimpleName)
                        .filter(type -> !type.equals("package-info"))
                        .collect(Collectors.toSet()))
                .hasSizeLessThanOrEqualTo(20);
    }

    @Test
    void textIsAlikeInEveryLocale() {
        Architecture.of("emulator").formatsTextAlikeInEveryLocale();
    }
}
