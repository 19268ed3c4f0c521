package io.github.eratosthenes.notebooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.page.WebFiles;
import io.github.eratosthenes.page.charts.Chart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.RhinoException;
import org.mozilla.javascript.ScriptableObject;

/**
 * Runs ECharts in this JVM with the JavaScript engine Rhino. The same scripts draw in a browser, so pictures and page look
 * alike. The scripts reach no Java class, no file and no network.
 */
final class ChartEngine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PICTURE = "picture.js";

    private final ScriptableObject scope;
    private final Function picture;

    private ChartEngine(ScriptableObject scope, Function picture) {
        this.scope = scope;
        this.picture = picture;
    }

    /** A picture to be drawn: the argument of picture.js. */
    private record Job(Chart chart, String theme, int width) {}

    /**
     * Loads the scripts, which takes about a second.
     *
     * @throws IOException if a jar lacks one
     */
    static ChartEngine start() throws IOException {
        String own = own();
        String echarts = WebFiles.text(WebFiles.ECHARTS);
        String charts = WebFiles.text(WebFiles.CHARTS);
        try (Context context = enter()) {
            ScriptableObject scope = context.initSafeStandardObjects();
            context.evaluateString(scope, echarts, WebFiles.ECHARTS, 1, null);
            context.evaluateString(scope, charts, WebFiles.CHARTS, 1, null);
            context.evaluateString(scope, own, PICTURE, 1, null);
            return new ChartEngine(scope, (Function) ScriptableObject.getProperty(scope, "picture"));
        }
    }

    private static String own() throws IOException {
        try (InputStream in = ChartEngine.class.getResourceAsStream(PICTURE)) {
            if (in == null) {
                throw new IOException("the jar lacks " + PICTURE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Enters a context that interprets the script, because compiled ECharts does not fit into a class file. */
    private static Context enter() {
        Context context = Context.enter();
        context.setInterpretedMode(true);
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        return context;
    }

    /**
     * Draws a chart as SVG; the same chart gives the same text.
     *
     * @throws IOException if a script fails
     */
    String svg(Chart chart, String theme, int width) throws IOException {
        String job = JSON.writeValueAsString(new Job(chart, theme, width));
        try (Context context = enter()) {
            return Context.toString(picture.call(context, scope, scope, new Object[] {job}));
        } catch (RhinoException e) {
            throw new IOException("the chart " + chart.id() + " cannot be drawn: " + e.getMessage(), e);
        }
    }
}
