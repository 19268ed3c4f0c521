package io.github.eratosthenes.publication.findings;

import io.github.eratosthenes.publication.findings.topic.Topic;
import io.github.eratosthenes.results.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The project's documents that have findings. */
final class Documents {

    /** Deep enough for a module's README and for docs/adr. */
    private static final int DEPTH = 3;

    private static final List<String> LEFT_OUT = List.of("target", ".git", "node_modules");

    private Documents() {}

    /**
     * Returns every Markdown file of the project, sorted by name.
     *
     * @throws IOException if a folder cannot be listed
     */
    static List<Path> all(Path project) throws IOException {
        List<Path> documents = new ArrayList<>();
        collect(project, DEPTH, documents);
        return documents.stream().sorted().toList();
    }

    private static void collect(Path folder, int depth, List<Path> documents) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path child : children.toList()) {
                String name = String.valueOf(child.getFileName());
                if (Files.isDirectory(child)) {
                    if (depth > 1 && !LEFT_OUT.contains(name)) {
                        collect(child, depth - 1, documents);
                    }
                } else if (name.endsWith(".md")) {
                    documents.add(child);
                }
            }
        }
    }

    /**
     * Returns a document with its findings written anew.
     *
     * @throws IllegalArgumentException if a marker is wrong; the message names the document
     * @throws IOException if the document or a publication cannot be read
     */
    static String rewritten(Path document, Findings findings) throws IOException {
        try {
            return MarkedText.rewritten(
                    Files.readString(document), name -> findings.markdown(Topic.ofId(name), document));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(document.normalize() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Writes a document, unless that changes nothing.
     *
     * @return whether it changed
     */
    static boolean write(Path document, String text) throws IOException {
        if (Files.readString(document).equals(text)) {
            return false;
        }
        AtomicFile.write(document, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return true;
    }
}
