package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code report}: the report of a study's result folder, from its files. */
@Command(name = "report", description = "Print the report of a result folder, and write its report.txt anew.")
public final class ReportCommand extends ConsoleCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The result folder of a study, finished or not.")
    private Path folder = Path.of("");

    /** For picocli. */
    public ReportCommand() {}

    @Override
    protected int execute() throws IOException {
        ReportFile.write(new ResultFolder(folder)).forEach(System.out::println);
        return 0;
    }
}
