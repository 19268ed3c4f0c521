package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.eratosthenes.notebooks.charts.Chart;
import io.github.eratosthenes.notebooks.charts.ChartDefinition;
import io.github.eratosthenes.notebooks.charts.Charts;
import io.github.eratosthenes.notebooks.data.ResultData;
import io.github.eratosthenes.notebooks.data.ResultData.Origin;
import io.github.eratosthenes.notebooks.data.Study;
import io.github.eratosthenes.notebooks.data.Study.Sieving;
import io.github.eratosthenes.notebooks.data.Study.View;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.statistics.Interval;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The static page: its own files, a script with ECharts in it, and for each result folder a script with its charts and a
 * copy of its files. Data comes as scripts, so that the page opens from a disk as well as from a server.
 */
final class Site {

    private static final List<String> OWN = List.of("page.css", "icon.svg");

    /** Where index.html has the newest result folder's script. */
    private static final String NEWEST = "<!-- newest -->";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private final Path folder;

    private Site(Path folder) {
        this.folder = folder;
    }

    /** A result folder in the page's list. */
    private record Entry(String name, String label) {}

    /** What the page knows of a result folder. */
    private record Content(
            String name,
            String machine,
            String date,
            List<View> views,
            List<Long> maxima,
            List<String> strategies,
            List<String> files,
            List<Chart> charts,
            List<LeftOut> leftOut,
            List<Cell> cells,
            List<Edge> edges) {}

    /** A chart without data, and the command that makes it. */
    private record LeftOut(String title, String command) {}

    /** A measured sieving, for the panel. */
    private record Cell(
            String strategy,
            long max,
            String jdk,
            String tier,
            double millis,
            @Nullable Double highMillis,
            @Nullable Double bytes) {}

    /** The largest max that memory suffices for, in time or not, for the panel. */
    private record Edge(String strategy, int megabytes, long passing) {}

    /** Writes the page of the result folders. */
    static void write(Path folder, Web web, List<ResultData> results) throws IOException {
        new Site(folder).write(web, results);
    }

    private void write(Web web, List<ResultData> results) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (String file : OWN) {
            Files.write(folder.resolve(file), Web.resource(file));
        }
        web.bundle(folder.resolve("page.js"));
        copy(web.module("echarts/LICENSE"), folder.resolve("echarts.LICENSE.txt"));
        List<Entry> entries = new ArrayList<>();
        for (ResultData data : results) {
            entries.add(new Entry(data.name(), data.date() + ", " + data.machine() + " (" + data.name() + ")"));
            script(data.name() + ".js", "eratosthenes.content", content(data, copyFiles(data)));
        }
        script("index.js", "eratosthenes.index", entries);
        Files.writeString(folder.resolve("index.html"), Web.text("index.html").replace(NEWEST, newest(results)));
    }

    /** Returns the tag of the script that the page shows first, so that a browser need not wait for another to name it. */
    private static String newest(List<ResultData> results) {
        if (results.isEmpty()) {
            return "";
        }
        String name = results.get(results.size() - 1).name();
        return "<script src=\"data/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".js\" defer></script>";
    }

    private void script(String name, String function, Object content) throws IOException {
        Files.writeString(folder.resolve("data").resolve(name), function + "(" + json(content) + ");\n");
    }

    private static String json(Object content) throws JsonProcessingException {
        return JSON.writeValueAsString(content);
    }

    private List<String> copyFiles(ResultData data) throws IOException {
        List<String> copied = new ArrayList<>();
        for (Origin origin : new LinkedHashSet<>(data.origins().values())) {
            Path target = Files.createDirectories(folder.resolve("data").resolve(origin.name()));
            ResultFolder from = origin.folder();
            for (Path file : List.of(
                    from.jmh(),
                    from.study(),
                    from.breakpoints(),
                    from.load(),
                    from.yardstick(),
                    from.work(),
                    from.explanation(),
                    from.environment())) {
                if (Files.exists(file)) {
                    String name = String.valueOf(file.getFileName());
                    copy(file, target.resolve(name));
                    copied.add(origin.name() + "/" + name);
                }
            }
        }
        return copied;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Content content(ResultData data, List<String> files) {
        List<Chart> charts = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (ChartDefinition kind : Charts.all()) {
            List<Chart> drawn = Charts.of(kind, data);
            charts.addAll(drawn);
            if (drawn.isEmpty()) {
                leftOut.add(new LeftOut(kind.title(), kind.command(data)));
            }
        }
        List<Cell> cells = data.study().map(Site::cells).orElse(List.of());
        return new Content(
                data.name(),
                data.machine(),
                data.date(),
                data.study().map(Study::views).orElse(List.of()),
                data.study().map(Site::maxima).orElse(List.of()),
                charts.stream()
                        .flatMap(chart -> chart.series().stream())
                        .distinct()
                        .toList(),
                files,
                charts,
                leftOut,
                cells,
                data.breakpoints().map(Site::edges).orElse(List.of()));
    }

    /** Returns the limits; the page shows the first, which is that of most strategies. */
    private static List<Long> maxima(Study study) {
        Set<Long> maxima = new LinkedHashSet<>();
        study.views().forEach(view -> maxima.addAll(study.maximaByWeight(view)));
        return List.copyOf(maxima);
    }

    private static List<Cell> cells(Study study) {
        return study.sievings().stream()
                .filter(sieving -> sieving.setting().size().loops() == 1)
                .map(Site::cell)
                .toList();
    }

    private static Cell cell(Sieving sieving) {
        Interval time = sieving.measurement().time();
        OptionalDouble bytes = sieving.measurement().bytesPerOperation();
        View view = sieving.setting().view();
        return new Cell(
                sieving.strategy(),
                sieving.max(),
                view.jdk(),
                view.tier(),
                time.estimate(),
                Double.isNaN(time.high()) ? null : (Double) time.high(),
                bytes.isPresent() ? (Double) bytes.getAsDouble() : null);
    }

    private static List<Edge> edges(BreakpointsFile file) {
        List<Edge> edges = new ArrayList<>();
        for (Breakpoint edge : file.breakpoints()) {
            if (edge.kind() == Kind.MEMORY) {
                lastingMemory(edge).ifPresent(max -> edges.add(new Edge(edge.strategy(), edge.memoryMegabytes(), max)));
            }
        }
        return edges;
    }

    /** An edge of time at a function's share of a processor says nothing of memory; that of memory beyond it does. */
    private static OptionalLong lastingMemory(Breakpoint edge) {
        return switch (edge.outcome()) {
            case BROKE, STOPPED_BY_HIGHEST_MAX -> OptionalLong.of(edge.reached());
            case STOPPED_BY_TIME ->
                edge.memoryEdge() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(edge.memoryEdge().passing());
            case STOPPED_BY_BUDGET -> OptionalLong.empty();
        };
    }
}
