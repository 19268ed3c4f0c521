package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.results.command.ConsoleCommand;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notebook}: runs a notebook and writes its outputs into it. */
@Command(
        name = "notebook",
        sortOptions = false,
        description = "Runs a notebook on result folders and writes its outputs into it.")
final class NotebookCommand extends ConsoleCommand {

    @Option(names = "--results", required = true, description = "A result folder, or a folder of result folders.")
    private Path results = Path.of("");

    @Option(names = "--work", required = true, description = "The folder with kernel/kernel.jar.")
    private Path work = Path.of("");

    @Parameters(paramLabel = "NOTEBOOK", description = "The notebook.")
    private Path notebook = Path.of("");

    /** For picocli. */
    NotebookCommand() {}

    @Override
    protected int execute() throws IOException {
        Notebook.run(notebook, results, work);
        System.out.println("Ran " + notebook.normalize());
        return 0;
    }
}
