package io.github.eratosthenes.page;

import io.github.eratosthenes.page.Content.DataFile;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The page of one result folder: one file, which needs no other file and no network. It holds the charts, the full table, the machine,
 * and the data to download.
 */
public final class ReportPage {

    /** The page's name in its folder. */
    public static final String NAME = "report.html";

    /** The largest size of a page, in bytes. Data files that would exceed it are not put in; the page links to them. */
    static final int MOST_BYTES = 2_000_000;

    /** Forbids every request of the page, even if a result file holds HTML. */
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\">\n";

    private ReportPage() {}

    /**
     * Writes the page of a result folder into the folder.
     *
     * @return the page
     * @throws IOException if a result file cannot be read, or the page cannot be written
     * @throws IllegalArgumentException if the folder has more strategies than readers can tell apart
     */
    public static Path write(ResultFolder folder) throws IOException {
        ResultData data = ResultData.read(folder.path());
        List<Source> files = files(data);
        String linked =
                html(data, files.stream().map(file -> linked(data, file)).toList());
        int room = MOST_BYTES - linked.getBytes(StandardCharsets.UTF_8).length;
        Path page = folder.path().resolve(NAME);
        String html = html(data, inside(data, files, room));
        AtomicFile.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        return page;
    }

    /** Returns the last line of a command's output: the address of the page. */
    public static String line(Path page) {
        return "Page: " + page.toAbsolutePath().normalize().toUri();
    }

    /** A data file, with the name of its result folder. */
    private record Source(String folder, Path file) {

        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private static List<Source> files(ResultData data) {
        return data.distinctOrigins().stream()
                .flatMap(origin -> origin.folder().dataFiles().stream().map(file -> new Source(origin.name(), file)))
                .toList();
    }

    private static String html(ResultData data, List<DataFile> files) throws IOException {
        String icon =
                Base64.getEncoder().encodeToString(WebFiles.text(WebFiles.ICON).getBytes(StandardCharsets.UTF_8));
        String head = POLICY + "<link rel=\"icon\" href=\"data:image/svg+xml;base64," + icon + "\">\n<style>\n"
                + WebFiles.text(WebFiles.STYLE) + "</style>";
        String scripts = PageText.inline(WebFiles.text(WebFiles.ECHARTS))
                + PageText.inline(WebFiles.text(WebFiles.CHARTS))
                + PageText.inline(WebFiles.text(WebFiles.PAGE))
                + PageText.inline(PageText.call("index", List.of(Map.of("name", data.name(), "label", data.name())))
                        + PageText.packedCall("packed", Content.of(data, files)));
        return PageText.html(head, scripts);
    }

    private static DataFile linked(ResultData data, Source source) {
        String beside = source.folder().equals(data.name()) ? "" : "../" + source.folder() + "/";
        return new DataFile(source.folder(), source.name(), beside + source.name(), null);
    }

    /** Puts the smallest files into the page first, so that as many as possible fit. */
    private static List<DataFile> inside(ResultData data, List<Source> sources, int room) throws IOException {
        List<DataFile> packed = new ArrayList<>();
        for (Source source : sources) {
            packed.add(new DataFile(
                    source.folder(), source.name(), null, PageText.packed(Files.readAllBytes(source.file()))));
        }
        int left = room;
        List<DataFile> tooLarge = new ArrayList<>();
        for (DataFile file : packed.stream()
                .sorted(Comparator.comparingInt(ReportPage::size))
                .toList()) {
            left -= size(file);
            if (left < 0) {
                tooLarge.add(file);
            }
        }
        List<DataFile> chosen = new ArrayList<>();
        for (int place = 0; place < sources.size(); place++) {
            DataFile file = packed.get(place);
            chosen.add(tooLarge.contains(file) ? linked(data, sources.get(place)) : file);
        }
        return chosen;
    }

    private static int size(DataFile file) {
        return file.gzip() == null ? 0 : file.gzip().length();
    }
}
