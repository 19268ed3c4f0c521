package io.github.eratosthenes.notebooks;

import io.github.eratosthenes.page.charts.Chart;
import io.github.eratosthenes.page.charts.Charts;
import io.github.eratosthenes.page.data.ResultData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws charts as SVG: the same chart gives the same bytes. */
public final class Pictures {

    private static final String LIGHT = "light";
    private static final List<String> THEMES = List.of(LIGHT, "dark");
    private static final int WIDTH = 860;

    private final ChartEngine engine;

    private Pictures(ChartEngine engine) {
        this.engine = engine;
    }

    /**
     * Prepares to draw.
     *
     * @throws IOException if a jar lacks a script
     */
    public static Pictures start() throws IOException {
        return new Pictures(ChartEngine.start());
    }

    /** Draws the first chart of each kind, light and dark, into a folder, and returns the files. */
    public List<Path> write(ResultData data, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> files = new ArrayList<>();
        for (Chart chart : firsts(data)) {
            for (String theme : THEMES) {
                Path file = folder.resolve(chart.id() + "-" + theme + ".svg");
                Files.writeString(file, engine.svg(chart, theme, WIDTH));
                files.add(file);
            }
        }
        return files;
    }

    /**
     * A chart in a notebook.
     *
     * @param text the chart's title, and what tells this drawing from any other: PNGs of the same drawing differ by machine
     * @param png the picture, in base 64
     */
    public record Shown(String text, String png) {}

    /** Draws the first chart of each kind for a light background, and returns each by its id. */
    public Map<String, Shown> shown(ResultData data) throws IOException {
        Map<String, Shown> all = new LinkedHashMap<>();
        for (Chart chart : firsts(data)) {
            String svg = engine.svg(chart, LIGHT, WIDTH);
            all.put(
                    chart.id(),
                    new Shown(
                            "Chart: " + chart.title() + " (SHA-256 of its SVG: " + digest(svg) + ")",
                            Base64.getEncoder().encodeToString(Png.of(svg))));
        }
        return all;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<Chart> firsts(ResultData data) {
        return Charts.all().stream()
                .flatMap(kind -> Charts.of(kind, data).stream().limit(1))
                .toList();
    }
}
