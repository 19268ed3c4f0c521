package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM that cells run on.
 *
 * @param label how tables and result files name it: its feature version, or its full version where two share that
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
     * @throws IOException if one of them cannot be run
     */
    static List<Jvm> list(String homes) throws IOException {
        List<Jvm> jvms = new ArrayList<>();
        for (String home : homes.split(",", -1)) {
            jvms.add(ask(executable(home.strip())));
        }
        Set<String> labels = new HashSet<>();
        List<Jvm> labelled = new ArrayList<>();
        for (Jvm jvm : jvms) {
            labelled.add(labels.add(jvm.label) ? jvm : jvm.withLabel(jvm.version));
        }
        if (labelled.stream().map(Jvm::version).distinct().count() < labelled.size()) {
            throw new IOException("two of the JVMs are the same version: " + homes);
        }
        return labelled;
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
