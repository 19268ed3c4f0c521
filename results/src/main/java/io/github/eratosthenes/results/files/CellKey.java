package io.github.eratosthenes.results.files;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What tells one cell of a study from another. It holds neither package, mode nor threads, which are the same for all cells of a
 * study; {@link Measurement#identity()} does.
 *
 * @param benchmark as in {@link Measurement#benchmark()}
 * @param parameters as in {@link Measurement#parameters()}
 */
public record CellKey(String benchmark, Map<String, String> parameters) {

    private static final String STRATEGY = "strategy";

    /** The study's own parameters; others come before them, by name. */
    private static final List<String> ORDER = List.of("max", "loops", "range", "jdk", "tier", "build");

    /** Returns the cell's name for people: the strategy, or else the benchmark, and the other parameters. */
    public String label() {
        StringBuilder label = new StringBuilder(parameters.getOrDefault(STRATEGY, benchmark));
        parameters.keySet().stream()
                .filter(name -> !name.equals(STRATEGY))
                .sorted()
                .sorted(Comparator.comparingInt(ORDER::indexOf))
                .forEach(name -> label.append(' ').append(name).append('=').append(parameters.get(name)));
        return label.toString();
    }
}
