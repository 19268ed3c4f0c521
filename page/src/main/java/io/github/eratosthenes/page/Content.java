package io.github.eratosthenes.page;

import io.github.eratosthenes.page.charts.Chart;
import io.github.eratosthenes.page.charts.ChartDefinition;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.charts.StudyTable;
import io.github.eratosthenes.page.charts.Table;
import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page's content for a result folder, as its script reads it.
 *
 * @param name the folder's name
 * @param machine the machine in a few words
 * @param date the day of the measurement
 * @param answer the answer to the page's question, in sentences
 * @param notices the report's warnings about the machine
 * @param views the JDKs and compilers that can be chosen
 * @param maxima the limits that can be chosen, the most informative first
 * @param strategies the strategies of all charts
 * @param charts all charts of the folder
 * @param leftOut the charts without data
 * @param table every cell of the study; null if there is none
 * @param facts where and how the folder's files were measured
 * @param report the report as it was printed; empty if there is none
 * @param choices the choices of the panel
 * @param files the data to download
 */
record Content(
        String name,
        String machine,
        String date,
        List<String> answer,
        List<String> notices,
        List<View> views,
        List<Long> maxima,
        List<String> strategies,
        List<Chart> charts,
        List<LeftOut> leftOut,
        @Nullable Table table,
        List<Facts> facts,
        String report,
        Choices choices,
        List<DataFile> files) {

    /** The beginning of the report's lines on whether the machine was quiet. */
    private static final String OF_MACHINE = "Machine: ";

    /** A chart without data, and the command that makes it. */
    record LeftOut(String title, String command) {}

    /**
     * A file to download, at an address or inside the page.
     *
     * @param folder the name of its result folder
     * @param name its name
     * @param href its address; null where the page holds it, compressed and in base 64, in the element {@link
     *     PageText#fileId}
     */
    record DataFile(String folder, String name, @Nullable String href) {}

    /** Returns the content of a result folder, with its files as given. */
    static Content of(ResultData data, List<DataFile> files) throws IOException {
        List<Chart> charts = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (ChartDefinition kind : Charts.all()) {
            List<Chart> drawn = Charts.of(kind, data);
            charts.addAll(drawn);
            if (drawn.isEmpty()) {
                leftOut.add(new LeftOut(kind.title(), kind.command(data)));
            }
        }
        String report = report(data);
        return new Content(
                data.name(),
                data.machine(),
                data.date(),
                Answer.sentences(data),
                report.lines().filter(line -> line.startsWith(OF_MACHINE)).toList(),
                studies(data)
                        .flatMap(study -> study.views().stream())
                        .distinct()
                        .toList(),
                studies(data).flatMap(Content::maxima).distinct().toList(),
                charts.stream()
                        .flatMap(chart -> chart.series().stream())
                        .distinct()
                        .toList(),
                charts,
                leftOut,
                table(data),
                data.distinctOrigins().stream().map(Facts::of).toList(),
                report,
                Choices.of(data),
                files);
    }

    private static Stream<Study> studies(ResultData data) {
        return Stream.of(data.study(), data.variants())
                .flatMap(Optional::stream)
                .distinct();
    }

    /** Returns the limits; the page begins with the first, which most strategies have. */
    private static Stream<Long> maxima(Study study) {
        return study.views().stream().flatMap(view -> study.maximaByWeight(view).stream());
    }

    /** Returns every cell of the study, or of the yardstick if there is no study of sieves. */
    private static @Nullable Table table(ResultData data) {
        Optional<Table> ofSieves =
                studies(data).findFirst().map(study -> StudyTable.of(study.data(), study.steadiness()));
        return ofSieves.or(() ->
                        data.yardstick().map(yardstick -> StudyTable.of(yardstick.data(), yardstick.steadiness())))
                .orElse(null);
    }

    private static String report(ResultData data) throws IOException {
        List<String> reports = new ArrayList<>();
        for (Origin origin : data.distinctOrigins()) {
            ResultFolder folder = origin.folder();
            for (Path file : List.of(folder.report(), folder.loadText())) {
                if (Files.exists(file)) {
                    reports.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", reports);
    }
}
