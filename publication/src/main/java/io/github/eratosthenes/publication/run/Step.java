package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.command.ListOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a publication consists of, in the order in which it is made: first what is measured, then what is made of that. */
enum Step {
    STUDY(Part.STUDY),
    VARIANTS(Part.VARIANTS),
    YARDSTICK(Part.YARDSTICK),
    WORK(Part.WORK),
    BREAKPOINTS(Part.BREAKPOINTS),
    BREAKPOINTS_RESERVED(Part.BREAKPOINTS_RESERVED),
    LOAD(Part.LOAD),
    CHARTS(null),
    NOTEBOOK(null),
    FINDINGS(null);

    private final @Nullable Part part;

    Step(@Nullable Part part) {
        this.part = part;
    }

    /** Returns the part that the step measures; null where it makes something of the parts. */
    @Nullable
    Part part() {
        return part;
    }

    /** Returns how users name it. */
    String id() {
        return part == null ? name().toLowerCase(Locale.ROOT) : part.folder();
    }

    /**
     * Returns the steps that were chosen, in the order in which they are made; all where none was.
     *
     * @throws IllegalArgumentException if one is unknown or there twice
     */
    static List<Step> chosen(List<String> ids) {
        List<Step> chosen = ListOption.distinct("--parts", ids).stream()
                .map(Step::of)
                .sorted()
                .toList();
        return chosen.isEmpty() ? List.of(values()) : chosen;
    }

    static Step of(String id) {
        return Arrays.stream(values())
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown part '" + id + "'; known: "
                        + Arrays.stream(values()).map(Step::id).collect(Collectors.joining(", "))));
    }
}
