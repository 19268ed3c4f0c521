package io.github.eratosthenes.results.files;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The name that distinguishes one cell of a study from another. Package, mode and threads are not part of it, because they are
 * the same for all cells of a study; {@link Measurement#identity()} includes them.
 *
 * @param benchmark as in {@link Measurement#benchmark()}
 * @param parameters as in {@link Measurement#parameters()}
 */
public record CellKey(String benchmark, Map<String, String> parameters) {

    private static final String STRATEGY = "strategy";

    /** The study's own parameters; others come before them, by name. */
    private static final List<String> ORDER = List.of("max", "loops", "range", "jdk", "tier", "build");

    /** Returns the cell's name for people: the strategy or, without one, the benchmark; then the other parameters. */
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
