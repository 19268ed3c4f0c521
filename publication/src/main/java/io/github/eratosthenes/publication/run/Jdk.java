package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.results.command.ListOption;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

/**
 * A JDK to measure on.
 *
 * @param home where it is
 * @param version its version, such as 25.0.3
 */
record Jdk(Path home, String version) {

    /** Returns the JDK of this program. */
    static Jdk current() throws IOException {
        return at(Path.of(System.getProperty("java.home")));
    }

    /**
     * Returns the JDKs of some homes, the newest first.
     *
     * @param homes between commas
     * @throws IOException if one of them is not the home of a JDK
     * @throws IllegalArgumentException if one is there twice
     */
    static List<Jdk> list(String homes) throws IOException {
        List<String> paths = ListOption.distinct("--jvms", Arrays.asList(homes.split(",")));
        Jdk[] jdks = new Jdk[paths.size()];
        for (int place = 0; place < jdks.length; place++) {
            jdks[place] = at(Path.of(paths.get(place).strip()));
        }
        return Arrays.stream(jdks)
                .sorted(Comparator.comparing((Jdk jdk) -> Runtime.Version.parse(jdk.version()))
                        .reversed())
                .toList();
    }

    private static Jdk at(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(executable(home)) || !Files.exists(release)) {
            throw new IOException(
                    "--jvms " + home + " is not the home of a JDK: it has no bin/java or no release file");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(release)) {
            properties.load(reader);
        }
        String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
        if (version.isBlank()) {
            throw new IOException(release + " has no JAVA_VERSION");
        }
        return new Jdk(home, version);
    }

    /** Returns the program that starts its JVM. */
    String executable() {
        return executable(home).toString();
    }

    private static Path executable(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
