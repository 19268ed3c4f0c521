package io.github.eratosthenes.benchmarks.study;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** The program that every fork runs: this JVM's class path, which is usually benchmarks.jar alone. */
final class Program {

    private Program() {}

    /** Returns the digest of this program. */
    static String digest() throws IOException {
        return digest(System.getProperty("java.class.path"));
    }

    /** Returns the SHA-256 of all files of a class path, with their names inside its folders, wherever they lie. */
    static String digest(String classPath) throws IOException {
        MessageDigest digest = sha256();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path root = Path.of(entry);
            for (Path file : files(root)) {
                digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the files of an entry; a missing entry has none, as for the JVM itself. */
    private static List<Path> files(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
