package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.environment.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JVM that cells run on.
 *
 * @param label its name in tables and result files: its feature version; its full version if several JVMs share the feature
 *     version; with its vendor if several share the full version too
 * @param executable the java executable
 * @param version the {@code java.runtime.version}
 * @param vendor the {@code java.vendor}
 */
record Jvm(String label, Path executable, String version, String vendor) {

    /** The JVM's own list of its properties, from its heading to the first empty line. */
    private static final Pattern SETTINGS = Pattern.compile("^Property settings:\\R((?: +.*\\R)+)", Pattern.MULTILINE);

    private static final Pattern SETTING = Pattern.compile("^ {4}(java\\.[a-z.]+) = (.*)$", Pattern.MULTILINE);
    private static final Pattern FEATURE = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,4})?");
    private static final long ANSWER_MILLIS = 60_000;
    private static final String SEPARATOR = ",";

    /** Returns the JVM that runs this program. */
    static Jvm current() {
        return new Jvm(
                String.valueOf(Runtime.version().feature()),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"));
    }

    /**
     * Returns the JVMs of a comma-separated list of JDK homes or java executables.
     *
     * @throws IOException if one of them cannot be run, or two are the same version of the same vendor
     */
    static List<Jvm> list(String homes) throws IOException {
        return at(paths(homes));
    }

    /**
     * Returns the JVMs of JDK homes or java executables.
     *
     * @throws IOException if one of them cannot be run, or two are the same version of the same vendor
     */
    static List<Jvm> at(List<String> homes) throws IOException {
        List<Jvm> jvms = new ArrayList<>();
        for (String home : homes) {
            jvms.add(ask(executable(home)));
        }
        return distinct(jvms);
    }

    /** Splits a list at its commas, except at commas inside an existing path; the longest such path is taken. */
    static List<String> paths(String list) {
        List<String> parts = List.of(list.split(SEPARATOR, -1));
        List<String> paths = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = parts.size();
            while (to > from + 1 && !Files.exists(Path.of(joined(parts, from, to)))) {
                to--;
            }
            paths.add(joined(parts, from, to));
            from = to;
        }
        return paths;
    }

    private static String joined(List<String> parts, int from, int to) {
        return String.join(SEPARATOR, parts.subList(from, to)).strip();
    }

    /**
     * Returns the JVMs with different labels.
     *
     * @throws IOException if two are the same version of the same vendor
     */
    static List<Jvm> distinct(List<Jvm> jvms) throws IOException {
        List<Jvm> labelled =
                labelled(labelled(jvms, Jvm::version), jvm -> jvm.version + "-" + Machine.slug(jvm.vendor));
        if (labelled.stream().map(Jvm::label).distinct().count() < labelled.size()) {
            throw new IOException("two of the JVMs are the same version of the same vendor: "
                    + jvms.stream().map(jvm -> jvm.executable.toString()).collect(Collectors.joining(", ")));
        }
        return labelled;
    }

    /** Returns the JVMs with a longer label for each of those that share one. */
    private static List<Jvm> labelled(List<Jvm> jvms, Function<Jvm, String> longer) {
        Map<String, Long> sharing = jvms.stream().collect(Collectors.groupingBy(Jvm::label, Collectors.counting()));
        return jvms.stream()
                .map(jvm -> sharing.getOrDefault(jvm.label, 0L) > 1 ? jvm.withLabel(longer.apply(jvm)) : jvm)
                .toList();
    }

    private Jvm withLabel(String other) {
        return new Jvm(other, executable, version, vendor);
    }

    private static Path executable(String home) throws IOException {
        Path path = Path.of(home);
        Path executable = Files.isDirectory(path) ? path.resolve("bin").resolve("java") : path;
        if (!Files.isExecutable(executable)) {
            throw new IOException("no JVM at '" + home + "': " + executable + " is not an executable file");
        }
        return executable;
    }

    private static Jvm ask(Path executable) throws IOException {
        Child.Ended answer = answer(executable);
        Map<String, String> settings = settings(answer.err() + "\n" + answer.out());
        String feature = settings.get("java.specification.version");
        String version = settings.get("java.runtime.version");
        if (feature == null || version == null || !FEATURE.matcher(feature).matches()) {
            throw new IOException(executable + " does not answer as a JVM: " + answer.reason());
        }
        if (Double.parseDouble(feature) < 17) {
            throw new IOException(executable + " is Java " + feature + ", below 17, the lowest that runs the sieves");
        }
        return new Jvm(feature, executable, version, settings.getOrDefault("java.vendor", "unknown"));
    }

    private static Child.Ended answer(Path executable) throws IOException {
        try {
            return Child.run(List.of(executable.toString(), "-XshowSettings:properties", "-version"), ANSWER_MILLIS)
                    .orElseThrow(() -> new IOException(
                            executable + " does not answer as a JVM within " + ANSWER_MILLIS / 1000 + " s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking " + executable + " for its version", e);
        }
    }

    /** Reads the properties from a JVM's output, and ignores all other lines. */
    static Map<String, String> settings(String printed) {
        Map<String, String> settings = new HashMap<>();
        Matcher list = SETTINGS.matcher(printed);
        if (list.find()) {
            Matcher setting = SETTING.matcher(list.group(1));
            while (setting.find()) {
                settings.put(setting.group(1), setting.group(2));
            }
        }
        return settings;
    }
}
