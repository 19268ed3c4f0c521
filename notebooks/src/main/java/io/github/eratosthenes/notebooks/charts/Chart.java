package io.github.eratosthenes.notebooks.charts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One drawn chart.
 *
 * @param id its name in files and links
 * @param title what it shows
 * @param reading how to read it, with the direction of better
 * @param source the file of the result folder that its figures are from
 * @param choice what was chosen for it: any of jdk, tier and max
 * @param circumstances what its figures hold for besides machine and date
 * @param height its height in pixels at the width of a README
 * @param series the names of its series, in the order of its legend
 * @param option ECharts option JSON, with names of functions and colours that the shared script puts in
 * @param table the same figures as text
 */
public record Chart(
        String id,
        String title,
        String reading,
        String source,
        Map<String, String> choice,
        String circumstances,
        int height,
        List<String> series,
        JsonNode option,
        Table table) {}
