package io.github.eratosthenes.benchmarks.report;

import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.files.StudyData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the report of a result folder to its report.txt. */
public final class ReportFile {

    private ReportFile() {}

    /**
     * Makes the report of a study, finished or not, from its result files, and writes it beside them, atomically.
     *
     * @return its lines
     * @throws IOException if the folder lacks study.json, environment.json or jmh.json, or one of them cannot be read
     */
    public static List<String> write(ResultFolder folder) throws IOException {
        for (Path file : List.of(folder.study(), folder.environment(), folder.jmh())) {
            if (!Files.isRegularFile(file)) {
                throw new IOException(
                        "there is no study to report in " + folder.path() + ": it has no " + file.getFileName());
            }
        }
        List<String> lines = StudyReport.lines(StudyData.read(folder));
        AtomicFile.writeLines(folder.report(), lines);
        return lines;
    }
}
