package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.trace.Trace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A temporary jar that makes a JVM load {@link WorkAgent}, and load the classes of {@code trace} with the bootstrap class loader.
 *
 * <p>The jar is not part of benchmarks.jar, so a study's JVMs cannot load the agent, and tests need no benchmarks.jar. The agent
 * itself comes from the class path of the started JVM.
 */
final class AgentJar implements AutoCloseable {

    private static final List<String> TRACE_CLASSES = List.of(
            "Addresses",
            "ArrayCalls",
            "BranchPredictor",
            "Cache",
            "CacheShape",
            "Counts",
            "Memory",
            "StridePrefetcher",
            "Trace");

    private final WorkFolder folder;
    private final Path path;

    private AgentJar(WorkFolder folder) {
        this.folder = folder;
        this.path = folder.file("agent.jar");
    }

    /** Writes one into a folder of its own. */
    static AgentJar create() throws IOException {
        AgentJar agent = new AgentJar(WorkFolder.create());
        agent.write();
        return agent;
    }

    private void write() throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", WorkAgent.class.getName());
        attributes.putValue("Boot-Class-Path", path.getFileName().toString());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(path), manifest)) {
            for (String name : TRACE_CLASSES) {
                add(jar, name + ".class");
            }
        }
    }

    private static void add(JarOutputStream jar, String file) throws IOException {
        try (InputStream content = Trace.class.getResourceAsStream(file)) {
            if (content == null) {
                throw new FileNotFoundException(file + " is not beside " + Trace.class.getName());
            }
            jar.putNextEntry(new JarEntry(Trace.class.getPackageName().replace('.', '/') + "/" + file));
            content.transferTo(jar);
        }
    }

    /** Returns the argument that makes a JVM load the agent. */
    String argument() {
        return "-javaagent:" + path;
    }

    /** Returns where the JVM that loads it may write, such as a log: a file that is removed with it. */
    Path file(String name) {
        return folder.file(name);
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
