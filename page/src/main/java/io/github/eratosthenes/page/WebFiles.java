package io.github.eratosthenes.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads the page's own files and ECharts from this jar; the build takes ECharts from a WebJar. */
public final class WebFiles {

    /** Apache ECharts as one script, with its licence in the first lines. */
    public static final String ECHARTS = "echarts.min.js";

    /** The script that passes a chart's JSON to ECharts. */
    public static final String CHARTS = "charts.js";

    /** The script of the page. */
    static final String PAGE = "page.js";

    static final String STYLE = "page.css";
    static final String ICON = "icon.svg";

    /** The page with markers where style and scripts go. */
    static final String TEMPLATE = "index.html";

    private WebFiles() {}

    /**
     * Reads a file as text.
     *
     * @throws IOException if this jar lacks the file
     */
    public static String text(String name) throws IOException {
        try (InputStream in = WebFiles.class.getResourceAsStream("web/" + name)) {
            if (in == null) {
                throw new IOException("the jar lacks web/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
