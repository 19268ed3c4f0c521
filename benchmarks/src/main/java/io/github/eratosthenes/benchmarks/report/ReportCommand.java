package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.benchmarks.results.ResultFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: the report of a study's result folder, from its files. */
@Command(name = "report", description = "Print the report of a result folder, and write its report.txt anew.")
public final class ReportCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FOLDER", description = "The result folder of a study, finished or not.")
    private Path folder = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("unused")
    private boolean help;

    /** For picocli. */
    public ReportCommand() {}

    @Override
    public Integer call() {
        try {
            ReportFile.write(new ResultFolder(folder)).forEach(System.out::println);
            return 0;
        } catch (IOException e) {
            System.err.println("report: " + e.getMessage());
            return 1;
        }
    }
}
