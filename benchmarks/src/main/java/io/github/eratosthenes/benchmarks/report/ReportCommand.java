package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.page.ReportPage;
import io.github.eratosthenes.results.command.ConsoleCommand;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code report}: makes the report of a study's result folder from its files. */
@Command(
        name = "report",
        description = "Print the report of a result folder, and write its report.txt and report.html again.")
public final class ReportCommand extends ConsoleCommand {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The result folder of a study, finished or not.")
    private Path folder = Path.of("");

    /** Creates the command; picocli sets its options. */
    public ReportCommand() {}

    @Override
    protected int execute() throws IOException {
        ResultFolder results = new ResultFolder(folder);
        ReportFile.write(results).forEach(System.out::println);
        System.out.println();
        System.out.println(ReportPage.line(ReportPage.write(results)));
        return 0;
    }
}
