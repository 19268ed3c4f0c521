package io.github.eratosthenes.page.charts;

import io.github.eratosthenes.page.data.Origin;
import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of charts: one for each choice of JDK, tier and max that the kind depends on.
 *
 * @param id the name in files and links
 * @param title the title, which says what the charts show
 * @param reading how to read them, and which direction is better
 * @param command the command that makes the data which the charts need; see {@link #STUDY}
 * @param drawings makes the charts of a folder, the most informative choice first; none if the folder lacks their data
 */
public record ChartDefinition(
        String id, String title, String reading, String command, Function<ResultData, List<Sourced>> drawings) {

    /** The placeholder for the name of the study's folder in a command. */
    static final String STUDY = "{study}";

    /** A drawing, and the part that its figures are from. */
    record Sourced(Part part, Drawing drawing) {

        Map<String, String> choice() {
            return drawing.scope().choice();
        }
    }

    /** Defines charts whose figures are from one part. */
    static ChartDefinition of(
            String id,
            String title,
            String reading,
            Part part,
            String command,
            Function<ResultData, List<Drawing>> drawings) {
        return new ChartDefinition(id, title, reading, command, data -> sourced(part, drawings.apply(data)));
    }

    /** Defines charts of a JMH study: those of the study, and for other choices those of a publication's variants. */
    static ChartDefinition ofStudy(String id, String title, String reading, Function<Study, List<Drawing>> drawings) {
        return new ChartDefinition(id, title, reading, "./mvnw -Pjmh -Djmh.study=full", data -> {
            List<Sourced> all = new ArrayList<>(sourced(Part.STUDY, drawn(data.study(), drawings)));
            Set<Map<String, String>> choices = all.stream().map(Sourced::choice).collect(Collectors.toSet());
            if (!data.variants().equals(data.study())) {
                sourced(Part.VARIANTS, drawn(data.variants(), drawings)).stream()
                        .filter(drawing -> !choices.contains(drawing.choice()))
                        .forEach(all::add);
            }
            return List.copyOf(all);
        });
    }

    private static List<Drawing> drawn(Optional<Study> study, Function<Study, List<Drawing>> drawings) {
        return study.map(drawings).orElse(List.of());
    }

    private static List<Sourced> sourced(Part part, List<Drawing> drawings) {
        return drawings.stream().map(drawing -> new Sourced(part, drawing)).toList();
    }

    /** Returns the command that makes the data which the charts of a folder need. */
    public String command(ResultData data) {
        Origin study = data.origins().get(Part.STUDY);
        return command.replace(STUDY, study == null ? data.name() : study.name());
    }
}
