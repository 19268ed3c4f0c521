package io.github.eratosthenes.emulator.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files that a managed runtime finds at its start: Lambda's own jars with their native library, and the function's
 * jar, unpacked, as the current directory.
 *
 * @param task the unpacked function, Lambda's {@code /var/task}
 * @param classPath the jars of the runtime interface client
 * @param nativeLibrary its native part for this machine
 */
public record RuntimeFiles(Path task, String classPath, Path nativeLibrary) {
    private static final List<String> JARS = List.of(
            "aws-lambda-java-runtime-interface-client.jar",
            "aws-lambda-java-core.jar",
            "aws-lambda-java-serialization.jar",
            "utils-lite.jar");

    /**
     * Unpacks them.
     *
     * @param jar the function's jar or zip file
     * @param folder where to
     * @param javaHome the JDK that will run them; its {@code release} file tells which C library it is for
     */
    public static RuntimeFiles unpack(Path jar, Path folder, Path javaHome) {
        try {
            Path task = Files.createDirectories(folder.resolve("task"));
            extractAll(jar, task);
            Path runtime = Files.createDirectories(folder.resolve("runtime"));
            for (String name : JARS) {
                copyResource("/runtime/" + name, runtime.resolve(name));
            }
            Path library = runtime.resolve("libaws-lambda-jni.so");
            extract(runtime.resolve(JARS.get(0)), "jni/" + nativeLibraryName(javaHome), library);
            String classPath = String.join(
                    File.pathSeparator,
                    JARS.stream().map(name -> runtime.resolve(name).toString()).toList());
            return new RuntimeFiles(task, classPath, library);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + jar + " into " + folder, e);
        }
    }

    static String nativeLibraryName(Path javaHome) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path release = javaHome.resolve("release");
        boolean musl = Files.isReadable(release) && Files.readAllLines(release).contains("LIBC=\"musl\"");
        return "libaws-lambda-jni." + (musl ? "linux_musl" : "linux") + "-" + machine + ".so";
    }

    private static void copyResource(String resource, Path target) throws IOException {
        try (InputStream content = RuntimeFiles.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IOException("resource " + resource + " is missing: the build copies it");
            }
            Files.copy(content, target);
        }
    }

    private static void extract(Path jar, String name, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException(jar + " has no " + name);
            }
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, target);
            }
        }
    }

    private static void extractAll(Path jar, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException(jar + " has an entry outside its own folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.resolveSibling("."));
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, target, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
    }
}
