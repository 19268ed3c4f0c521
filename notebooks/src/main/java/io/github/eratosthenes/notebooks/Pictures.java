package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.notebooks.charts.Chart;
import io.github.eratosthenes.notebooks.charts.Charts;
import io.github.eratosthenes.notebooks.data.ResultData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws charts as SVG, by ECharts under node: the same chart gives the same bytes. */
public final class Pictures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> THEMES = List.of("light", "dark");
    private static final int WIDTH = 860;

    private final Web web;

    private Pictures(Web web) {
        this.web = web;
    }

    /**
     * Makes ready to draw.
     *
     * @param work a folder for what npm installs; used again if it is there
     * @throws MissingToolException if node or npm is not installed
     */
    public static Pictures in(Path work) throws IOException {
        return new Pictures(Web.install(work));
    }

    /** A picture to be drawn: the input of render.mjs. */
    private record Job(Chart chart, String theme, int width, String file) {}

    /** Draws the first chart of each kind, light and dark, into a folder, and returns the files. */
    public List<Path> write(ResultData data, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        List<Job> jobs = new ArrayList<>();
        for (Chart chart : firsts(data)) {
            for (String theme : THEMES) {
                Path file = folder.resolve(chart.id() + "-" + theme + ".svg");
                files.add(file);
                jobs.add(job(chart, theme, file));
            }
        }
        draw(jobs);
        return files;
    }

    /** Draws the first chart of each kind for a light background, and returns the SVG of each by its id. */
    public Map<String, String> svgs(ResultData data) throws IOException {
        Path folder = Files.createTempDirectory(web.folder(), "svg");
        Map<String, Path> files = new LinkedHashMap<>();
        try {
            List<Job> jobs = new ArrayList<>();
            for (Chart chart : firsts(data)) {
                Path file = folder.resolve(chart.id() + ".svg");
                files.put(chart.id(), file);
                jobs.add(job(chart, THEMES.get(0), file));
            }
            draw(jobs);
            Map<String, String> svgs = new LinkedHashMap<>();
            for (Map.Entry<String, Path> drawn : files.entrySet()) {
                svgs.put(drawn.getKey(), Files.readString(drawn.getValue()));
            }
            return svgs;
        } finally {
            for (Path file : files.values()) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Chart> firsts(ResultData data) {
        return Charts.all().stream()
                .flatMap(kind -> Charts.of(kind, data).stream().limit(1))
                .toList();
    }

    private static Job job(Chart chart, String theme, Path file) {
        return new Job(chart, theme, WIDTH, file.toAbsolutePath().toString());
    }

    private void draw(List<Job> jobs) throws IOException {
        Path input = Files.createTempFile(web.folder(), "jobs", ".json");
        try {
            JSON.writeValue(input.toFile(), jobs);
            Program.NODE.run(web.folder(), Map.of(), List.of("render.mjs", input.toString()));
        } finally {
            Files.delete(input);
        }
    }
}
