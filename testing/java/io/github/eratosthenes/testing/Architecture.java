package io.github.eratosthenes.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of structure that hold in every module. */
public final class Architecture {

    private static final String PROJECT = "io.github.eratosthenes.";

    /** The beginnings of other projects' packages. */
    private static final Pattern OTHERS = Pattern.compile("^(cc|com|net|org|picocli|scala|software)\\.");

    private final String module;
    private final JavaClasses classes;

    private Architecture(String module, JavaClasses classes) {
        this.module = module;
        this.classes = classes;
    }

    /** Returns the rules for a module's classes, without its tests. The module has the name of its package, such as "core". */
    public static Architecture of(String module) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(PROJECT + module);
        return new Architecture(module, classes);
    }

    /** Checks that there are no cycles between packages, and so no cycles between classes of different packages. */
    public Architecture hasNoCycles() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(classes);
        return this;
    }

    /**
     * Checks that the module's classes use nothing but themselves, the JDK, and the given packages.
     *
     * @param packages packages such as "core.." of this project, or "org.openjdk.jmh.." of another
     */
    public Architecture usesOnly(String... packages) {
        classes()
                .that()
                .resideInAPackage(PROJECT + module + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed(PROJECT + module + "..", packages))
                .check(classes);
        return this;
    }

    /**
     * Checks that one package of the module uses nothing but itself, the JDK, and the given packages.
     *
     * @param name the package's name, such as "segment"
     */
    public Architecture packageUsesOnly(String name, String... packages) {
        String inner = PROJECT + module + "." + name;
        classes()
                .that()
                .resideInAPackage(inner)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed(inner, packages))
                .check(classes);
        return this;
    }

    /** Checks that no duration is computed from the time of day, which may jump during a measurement. */
    public Architecture takesNoTimeSpanFromTheTimeOfDay() {
        noClasses()
                .should()
                .callMethod(Duration.class, "between", Temporal.class, Temporal.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
        return this;
    }

    /** Checks that no text is formatted by the machine's locale, which may have other digits, decimal points or letters. */
    public Architecture formatsTextAlikeInEveryLocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(DateTimeFormatter.class, "ofPattern", String.class)
                .orShould()
                .callMethod(NumberFormat.class, "getInstance")
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .check(classes);
        return this;
    }

    private static String[] allowed(String own, String... others) {
        List<String> allowed = new ArrayList<>(List.of(own, "java..", "javax..", "jdk..", "com.sun.management", "org.jspecify.annotations"));
        Arrays.stream(others)
                .map(name -> OTHERS.matcher(name).find() ? name : PROJECT + name)
                .forEach(allowed::add);
        return allowed.toArray(String[]::new);
    }

    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith(PROJECT)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
