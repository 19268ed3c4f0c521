package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.results.files.ResultFolder;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of charts: one for each choice of JDK, tier and max that the kind depends on.
 *
 * @param id the name in files and links
 * @param title the title, which says what the charts show
 * @param reading how to read them, and which direction is better
 * @param source the file of the result folder that the figures are from
 * @param command the command that makes the data which the charts need; see {@link #FOLDER}
 * @param drawings makes the charts of a folder, the most informative choice first; none if the folder lacks their data
 */
public record ChartDefinition(
        String id,
        String title,
        String reading,
        String source,
        String command,
        Function<ResultData, List<Drawing>> drawings) {

    /** The placeholder for the result folder's name in a command. */
    static final String FOLDER = "{folder}";

    /** Defines charts of the JMH study. */
    static ChartDefinition ofStudy(String id, String title, String reading, Function<Study, List<Drawing>> drawings) {
        return new ChartDefinition(
                id,
                title,
                reading,
                ResultFolder.JMH,
                "./mvnw -Pjmh -Djmh.study=full",
                data -> data.study().map(drawings).orElse(List.of()));
    }

    /** Returns the command that makes the data which the charts of a folder need. */
    public String command(ResultData data) {
        return command.replace(FOLDER, data.name());
    }
}
