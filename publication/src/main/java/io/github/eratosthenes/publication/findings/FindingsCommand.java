package io.github.eratosthenes.publication.findings;

import io.github.eratosthenes.publication.findings.topic.Publication;
import io.github.eratosthenes.results.command.ConsoleCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code findings}: the sentences with figures in the project's documents. */
@Command(
        name = "findings",
        sortOptions = false,
        description =
                "Computes the sentences with figures from the publications and writes them into the project's documents,"
                        + " between markers.")
public final class FindingsCommand extends ConsoleCommand {

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description = "The folder of publications; default benchmarks/results in the project.")
    private Path results = Path.of("");

    @Option(names = "--project", paramLabel = "FOLDER", description = "The project's folder; default the current one.")
    private Path project = Path.of("");

    @Option(names = "--check", description = "Write nothing; exit with 1 if a document is not up to date.")
    private boolean check;

    /** For picocli. */
    public FindingsCommand() {}

    @Override
    protected int execute() throws IOException {
        Path root = project.toAbsolutePath().normalize();
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("--project " + project + " is no folder");
        }
        Path publications = results.toString().isEmpty() ? root.resolve("benchmarks/results") : results;
        Findings findings = new Findings(Publication.all(publications), root);
        Map<Path, String> texts = new LinkedHashMap<>();
        for (Path document : Documents.all(root)) {
            texts.put(document, Documents.rewritten(document, findings));
        }
        System.out.println(
                findings.publications().isEmpty()
                        ? "No publication in " + publications.normalize() + "; ./mvnw -Ppublication makes one."
                        : "Newest publication: "
                                + findings.publications().get(0).name());
        int changed = 0;
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            if (check
                    ? !Files.readString(text.getKey()).equals(text.getValue())
                    : Documents.write(text.getKey(), text.getValue())) {
                changed++;
                System.out.println((check ? "Not up to date: " : "Written: ") + root.relativize(text.getKey()));
            }
        }
        if (changed == 0) {
            System.out.println("All findings are up to date.");
        }
        return check && changed > 0 ? 1 : 0;
    }
}
