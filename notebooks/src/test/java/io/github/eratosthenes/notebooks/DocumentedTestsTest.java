package io.github.eratosthenes.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that every row of docs/reliability.md names its tests, and that these tests exist in the sources of some module. */
class DocumentedTestsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("    @(Test|ParameterizedTest|Property|Example)\\b.*");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The sources of the test classes by simple name; several modules may have a class of the same name. */
    private final Map<String, List<String>> sources = sources();

    private static Map<String, List<String>> sources() {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(DocumentedTestsTest::files)
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString(),
                            Collectors.mapping(DocumentedTestsTest::read, Collectors.toList())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRowOfTheReliabilityPageNamesTestsThatExist() {
        List<String> rows = rows(read(ROOT.resolve("docs/reliability.md")));
        assertThat(rows).hasSizeGreaterThan(50);
        assertThat(rows.stream().flatMap(row -> faults(row).stream())).isEmpty();
    }

    @Test
    void aRowWithoutATestOrWithOneThatDoesNotExistIsFound() {
        assertThat(faults("| fault | tried by hand |")).containsExactly("no test: | fault | tried by hand |");
        assertThat(faults("| `x` | `DocumentedTestsTest` |")).containsExactly("DocumentedTestsTest names no method");
        assertThat(faults("| x | `NoSuchTest.works` |")).containsExactly("NoSuchTest.works is no test");
        assertThat(faults("| x | `DocumentedTestsTest.sources` |"))
                .containsExactly("DocumentedTestsTest.sources is no test");
        assertThat(faults("| x | `DocumentedTestsTest.everyRowOfTheReliabilityPageNamesTestsThatExist`, `works` |"))
                .containsExactly("DocumentedTestsTest.works is no test");
    }

    /** Returns the rows of all tables, without their headings and rulers. */
    private static List<String> rows(String page) {
        List<String> lines = page.lines().toList();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean heading = i + 1 < lines.size() && lines.get(i + 1).startsWith("| ---");
            if (lines.get(i).startsWith("|") && !lines.get(i).startsWith("| ---") && !heading) {
                rows.add(lines.get(i));
            }
        }
        return rows;
    }

    /** Returns what is wrong with the tests in a row's last cell: `Class.method`, or `method` of the class before it. */
    private List<String> faults(String row) {
        List<String> faults = new ArrayList<>();
        String cells = row.strip().replaceFirst("\\|$", "");
        Matcher names = NAME.matcher(cells.substring(cells.lastIndexOf('|')));
        String type = "";
        int found = 0;
        while (names.find()) {
            String name = names.group(1);
            found++;
            int dot = name.indexOf('.');
            type = dot < 0 ? type : name.substring(0, dot);
            if (dot < 0 && Character.isUpperCase(name.charAt(0))) {
                faults.add(name + " names no method");
            } else if (!isTest(type, name.substring(dot + 1))) {
                faults.add(type + "." + name.substring(dot + 1) + " is no test");
            }
        }
        if (found == 0) {
            faults.add("no test: " + row);
        }
        return faults;
    }

    private boolean isTest(String type, String method) {
        return sources.getOrDefault(type + ".java", List.of()).stream()
                .anyMatch(source -> isTestIn(source.lines().toList(), method));
    }

    /** Returns whether an annotation of a test is in the lines just above the method, up to the first blank line. */
    private static boolean isTestIn(List<String> source, String method) {
        int line = 0;
        while (line < source.size() && !source.get(line).startsWith("    void " + method + "(")) {
            line++;
        }
        while (line < source.size() && line > 0 && !source.get(line).isBlank()) {
            line--;
            if (TEST.matcher(source.get(line)).matches()) {
                return true;
            }
        }
        return false;
    }
}
