package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.notebooks.charts.Chart;
import io.github.eratosthenes.notebooks.charts.ChartDefinition;
import io.github.eratosthenes.notebooks.charts.Charts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private record Job(ChartView chart, String theme, int width, String file) {}

    /** Draws the first chart of each kind, light and dark, into a folder, and returns the files. */
    public List<Path> write(ResultData data, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Job> jobs = new ArrayList<>();
        for (ChartDefinition kind : Charts.all()) {
            List<Chart> charts = kind.charts(data);
            if (!charts.isEmpty()) {
                for (String theme : THEMES) {
                    String file = folder.resolve(kind.id() + "-" + theme + ".svg")
                            .toAbsolutePath()
                            .toString();
                    jobs.add(new Job(ChartView.of(charts.get(0), data), theme, WIDTH, file));
                }
            }
        }
        draw(jobs);
        return jobs.stream().map(job -> Path.of(job.file())).toList();
    }

    /**
     * Draws the first chart of a kind for a light background.
     *
     * @throws IllegalArgumentException if there is no such kind, or the data has nothing for it
     */
    public String svg(String id, ResultData data) throws IOException {
        Chart chart = Charts.first(id, data)
                .orElseThrow(() -> new IllegalArgumentException(data.name() + " has no data for the chart " + id));
        Path file = Files.createTempFile(web.folder(), id, ".svg");
        try {
            draw(List.of(new Job(ChartView.of(chart, data), THEMES.get(0), WIDTH, file.toString())));
            return Files.readString(file);
        } finally {
            Files.delete(file);
        }
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
