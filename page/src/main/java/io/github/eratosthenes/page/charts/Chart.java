package io.github.eratosthenes.page.charts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * One chart of one result folder, as the scripts take it.
 *
 * @param id its name in files and links
 * @param title what it shows
 * @param reading how to read it, and which direction is better
 * @param caption its machine, date and file
 * @param circumstances the conditions under which its figures hold, except machine and date
 * @param folder the result folder that its figures are from
 * @param date the day on which they were measured, as yyyy-mm-dd
 * @param source the file of that folder
 * @param choice the chosen values of jdk, tier and max, as far as there is a choice
 * @param height its height in pixels at the width of a README
 * @param series the names of its series, in the order of its legend
 * @param option ECharts option JSON, with names of functions and colours, which the shared script replaces
 * @param table the same figures as text
 */
public record Chart(
        String id,
        String title,
        String reading,
        String caption,
        String circumstances,
        String folder,
        String date,
        String source,
        Map<String, String> choice,
        int height,
        List<String> series,
        ObjectNode option,
        Table table) {}
