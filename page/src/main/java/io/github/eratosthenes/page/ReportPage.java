package io.github.eratosthenes.page;

import io.github.eratosthenes.page.Content.DataFile;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.results.files.AtomicFile;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The page of one result folder or publication: one file, which needs no other file and no network. It holds the charts, the full table, the machine,
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
        String linked = html(data, files.stream().map(ReportPage::linked).toList());
        int room = MOST_BYTES - linked.getBytes(StandardCharsets.UTF_8).length;
        Path page = folder.path().resolve(NAME);
        String html = html(data, held(files, room));
        AtomicFile.write(page, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
        return page;
    }

    /** Returns the last line of a command's output: the address of the page. */
    public static String line(Path page) {
        return "Page: " + page.toAbsolutePath().normalize().toUri();
    }

    /** A data file, with the name of its result folder. */
    private record Source(String folder, Path file, String href) {

        String name() {
            return String.valueOf(file.getFileName());
        }
    }

    private static List<Source> files(ResultData data) {
        return data.distinctOrigins().stream()
                .flatMap(origin -> origin.folder().dataFiles().stream()
                        .map(file -> new Source(origin.name(), file, href(data, file))))
                .toList();
    }

    /**
     * A data file of the page.
     *
     * @param file its name and address
     * @param packed its content, compressed, in base 64; null where it has an address
     */
    private record Held(DataFile file, @Nullable String packed) {}

    private static String html(ResultData data, List<Held> files) throws IOException {
        String icon =
                Base64.getEncoder().encodeToString(WebFiles.text(WebFiles.ICON).getBytes(StandardCharsets.UTF_8));
        String head = POLICY + "<link rel=\"icon\" href=\"data:image/svg+xml;base64," + icon + "\">\n<style>\n"
                + WebFiles.text(WebFiles.STYLE) + "</style>";
        Content content = Content.of(data, files.stream().map(Held::file).toList());
        StringBuilder scripts = new StringBuilder()
                .append(PageText.inline(WebFiles.text(WebFiles.ECHARTS)))
                .append(PageText.inline(WebFiles.text(WebFiles.CHARTS)))
                .append(PageText.inline(WebFiles.text(WebFiles.PAGE)))
                .append(PageText.inline(
                        PageText.call("index", List.of(Map.of("name", data.name(), "label", data.name())))
                                + PageText.packedCall("packed", content)));
        for (int place = 0; place < files.size(); place++) {
            String packed = files.get(place).packed();
            if (packed != null) {
                scripts.append(PageText.holding(PageText.fileId(place), packed));
            }
        }
        return PageText.html(head, scripts.toString());
    }

    private static String href(ResultData data, Path file) {
        return data.main().folder().path().relativize(file).toString().replace(File.separatorChar, '/');
    }

    private static Held linked(Source source) {
        return new Held(new DataFile(source.folder(), source.name(), source.href()), null);
    }

    /** Puts the smallest files into the page first, so that as many as possible fit. */
    private static List<Held> held(List<Source> sources, int room) throws IOException {
        List<String> packed = new ArrayList<>();
        for (Source source : sources) {
            packed.add(PageText.packed(Files.readAllBytes(source.file())));
        }
        List<Integer> bySize = IntStream.range(0, packed.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> packed.get(place).length()))
                .toList();
        List<Held> held =
                new ArrayList<>(sources.stream().map(ReportPage::linked).toList());
        int left = room;
        for (int place : bySize) {
            Source source = sources.get(place);
            left -= PageText.holding(PageText.fileId(place), packed.get(place)).length();
            if (left >= 0) {
                held.set(place, new Held(new DataFile(source.folder(), source.name(), null), packed.get(place)));
            }
        }
        return held;
    }
}
