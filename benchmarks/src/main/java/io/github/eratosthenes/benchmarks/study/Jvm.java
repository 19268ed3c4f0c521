package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.environment.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A JVM that cells run on.
 *
 * @param label how tables and result files name it: its feature version, its full version where others share that, and its
 *     vendor besides where others share that too
 * @param executable the java executable
 * @param version the {@code java.runtime.version}
 * @param vendor the {@code java.vendor}
 */
record Jvm(String label, Path executable, String version, String vendor) {

    private static final Pattern SETTING = Pattern.compile("^\\s+(java\\.[a-z.]+) = (.*)$", Pattern.MULTILINE);

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
        List<Jvm> jvms = new ArrayList<>();
        for (String home : homes.split(",", -1)) {
            jvms.add(ask(executable(home.strip())));
        }
        return distinct(jvms);
    }

    /**
     * Returns the JVMs with labels that tell them apart.
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
        Process process = new ProcessBuilder(executable.toString(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Properties settings = new Properties();
        Matcher matcher = SETTING.matcher(answer);
        while (matcher.find()) {
            settings.setProperty(matcher.group(1), matcher.group(2));
        }
        String feature = settings.getProperty("java.specification.version");
        String version = settings.getProperty("java.runtime.version");
        if (feature == null || version == null) {
            throw new IOException(executable + " does not answer as a JVM: "
                    + answer.lines().findFirst().orElse(""));
        }
        if (Double.parseDouble(feature) < 17) {
            throw new IOException(executable + " is Java " + feature + ", below 17, the lowest that runs the sieves");
        }
        return new Jvm(feature, executable, version, settings.getProperty("java.vendor", "unknown"));
    }
}
