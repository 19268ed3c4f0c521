package io.github.eratosthenes.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.eratosthenes.harness.endpoint.PriceList;
import io.github.eratosthenes.harness.load.ReportLines.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One request's report, in each of the forms that tools make of it. */
class ReportLinesTest {
    private static final Report REPORT = new Report("0a1b-2c", 5484.17, 5785, 128, 65, 300.25, null);
    private static final String LINE = "REPORT RequestId: 0a1b-2c\tDuration: 5484.17 ms\tBilled Duration: 5785 ms\t"
            + "Memory Size: 128 MB\tMax Memory Used: 65 MB\tInit Duration: 300.25 ms\t";
    private static final String OBJECT = "{\"time\":\"2026-11-25T10:00:00.000Z\",\"type\":\"platform.report\","
            + "\"record\":{\"requestId\":\"0a1b-2c\",\"metrics\":{\"durationMs\":5484.17,\"billedDurationMs\":5785,"
            + "\"memorySizeMB\":128,\"maxMemoryUsedMB\":65,\"initDurationMs\":300.25},\"status\":\"success\"}}";

    @TempDir
    private Path folder;

    private List<Report> read(String... contents) throws IOException {
        Path[] files = new Path[contents.length];
        for (int i = 0; i < contents.length; i++) {
            files[i] = Files.writeString(folder.resolve("log" + i), contents[i]);
        }
        return ReportLines.read(List.of(files));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    @Test
    void textIsRead() throws IOException {
        String sam = "2026/11/25/[$LATEST]8f2e 2026-11-25T10:00:00.123000 ";
        for (String content : List.of(
                LINE,
                LINE + "\nXRAY TraceId: 1-2-3\tSegmentId: 4\tSampled: true\n",
                LINE + "XRAY TraceId: 1-2-3\tSegmentId: 4\tSampled: true",
                "START RequestId: 0a1b-2c\n" + sam + LINE + "\r\nEND RequestId: 0a1b-2c\n",
                LINE.replace('\t', ' '),
                "2026-11-25 10:00:00,\"" + LINE + "\n\"",
                "{\"events\": [{\"message\": " + quoted(LINE + "\\n") + "}, {\"message\": \"END\"}]}",
                "{\"results\": [[{\"field\": \"@message\", \"value\": " + quoted(LINE) + "}]]}",
                "{\"@message\": " + quoted(LINE) + "}\n{\"@message\": \"x\"}\n")) {
            assertThat(read(content)).as(content).containsExactly(REPORT);
        }
    }

    @Test
    void jsonIsRead() throws IOException {
        for (String content : List.of(
                OBJECT,
                "[" + OBJECT + "]",
                "{\"message\": \"hi\"}\n" + OBJECT + "\n" + OBJECT,
                "2026/11/25/[$LATEST]8f2e 2026-11-25T10:00:00.123000 " + OBJECT + " ",
                "{\"events\": [{\"message\": " + quoted(OBJECT) + "}]}",
                "{\"message\": " + quoted(OBJECT) + "}\n{}\n",
                "2026-11-25,\"" + OBJECT.replace("\"", "\"\"") + "\"")) {
            assertThat(read(content)).as(content).containsExactly(REPORT);
        }
    }

    @Test
    void theEndThatIsNoSuccessIsKept() throws IOException {
        String warm = LINE.replaceAll("\tInit.*", "");
        assertThat(read(warm + "\tStatus: timeout\n"))
                .containsExactly(new Report("0a1b-2c", 5484.17, 5785, 128, 65, null, "timeout"));
        assertThat(read(OBJECT.replace("success", "error")))
                .extracting(Report::status)
                .containsExactly("error");
        assertThat(read(warm + "\tRestore Duration: 99.5 ms\tBilled Restore Duration: 100 ms"))
                .extracting(Report::initMillis)
                .containsExactly(99.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "START RequestId: 1\n", "{}", "REPORT RequestId: x\tDuration: soon"})
    void aFileWithoutAReportIsNamed(String content) {
        assertThatIOException()
                .isThrownBy(() -> read(content))
                .withMessageStartingWith(folder.resolve("log0") + " has no REPORT line");
    }

    @Test
    void theSummaryHasRealBills() throws IOException {
        List<Report> reports = read(LINE, LINE.replace("0a1b", "ffff").replace("128 MB", "1024 MB"));
        assertThat(reports).hasSize(2);
        List<String> lines = ReportSummary.lines(reports, PriceList.read("").of("us-east-1", "arm64"));
        double dollars = 2 * 0.0000002 + 5.785 * (0.125 + 1) * 0.0000133334;
        assertThat(lines.get(lines.size() - 1))
                .contains("us-east-1 arm64")
                .contains("$" + io.github.eratosthenes.results.text.Figures.significant(dollars));
    }
}
