package io.github.eratosthenes.page;

import io.github.eratosthenes.page.Content.DataFile;
import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.page.data.ResultData;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The published site, a page of several result folders. It consists of its own files, ECharts, and for each result folder a
 * script with the charts and a copy of the files. The data are scripts, so that the page works from a disk and from a server.
 */
public final class Site {

    private static final List<String> OWN =
            List.of(WebFiles.STYLE, WebFiles.ICON, WebFiles.ECHARTS, WebFiles.CHARTS, WebFiles.PAGE);

    private static final String HEAD = "<link rel=\"icon\" href=\"" + WebFiles.ICON + "\" type=\"image/svg+xml\">\n"
            + "<link rel=\"stylesheet\" href=\"" + WebFiles.STYLE + "\">";

    private final Path folder;

    private Site(Path folder) {
        this.folder = folder;
    }

    /** A result folder in the page's list. */
    private record Entry(String name, String label) {}

    /**
     * Writes the site of result folders, the newest last.
     *
     * @throws IOException if a result file cannot be read, or the site cannot be written
     */
    public static void write(Path folder, List<ResultData> results) throws IOException {
        new Site(folder).write(results);
    }

    private void write(List<ResultData> results) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        for (String file : OWN) {
            Files.writeString(folder.resolve(file), WebFiles.text(file));
        }
        List<Entry> entries = new ArrayList<>();
        for (ResultData data : results) {
            entries.add(new Entry(data.name(), data.date() + ", " + data.machine() + " (" + data.name() + ")"));
            script(data.name() + ".js", PageText.call("content", Content.of(data, copyFiles(data))));
        }
        script("index.js", PageText.call("index", entries));
        List<String> scripts =
                new ArrayList<>(List.of(WebFiles.ECHARTS, WebFiles.CHARTS, WebFiles.PAGE, "data/index.js"));
        if (!results.isEmpty()) {
            // The result folder that is shown first, so that a browser need not wait for another script to name it
            scripts.add("data/" + encoded(results.get(results.size() - 1).name()) + ".js");
        }
        StringBuilder tags = new StringBuilder();
        scripts.forEach(source -> tags.append("<script src=\"").append(source).append("\" defer></script>\n"));
        Files.writeString(folder.resolve("index.html"), PageText.html(HEAD, tags.toString()));
    }

    private void script(String name, String content) throws IOException {
        Files.writeString(folder.resolve("data").resolve(name), content);
    }

    private List<DataFile> copyFiles(ResultData data) throws IOException {
        List<DataFile> copied = new ArrayList<>();
        for (Origin origin : data.distinctOrigins()) {
            Path target = Files.createDirectories(folder.resolve("data").resolve(origin.name()));
            for (Path file : origin.folder().dataFiles()) {
                String name = String.valueOf(file.getFileName());
                Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                copied.add(new DataFile(origin.name(), name, "data/" + encoded(origin.name()) + "/" + name));
            }
        }
        return copied;
    }

    /** Returns a folder's name, or names with slashes between, for an address. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }
}
