package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.charts.Table;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between two markers: statements, then tables.
 *
 * @param statements in the order of reading
 * @param tables the figures behind them; none where the statements hold all
 */
public record Passage(List<Statement> statements, List<Table> tables) {

    /** Creates a passage of statements. */
    static Passage of(Statement... statements) {
        return new Passage(List.of(statements), List.of());
    }

    /** Creates a passage of statements. */
    static Passage of(List<Statement> statements) {
        return new Passage(List.copyOf(statements), List.of());
    }

    /** Creates a passage of a statement and a table. */
    static Passage of(Statement statement, Table table) {
        return new Passage(List.of(statement), List.of(table));
    }

    /** Returns this passage and another after it; a statement of both stands once. */
    Passage then(Passage next) {
        return new Passage(
                Stream.concat(statements.stream(), next.statements.stream())
                        .distinct()
                        .toList(),
                Stream.concat(tables.stream(), next.tables.stream()).toList());
    }

    /** Returns all that the statements claim. */
    public List<Claim> claims() {
        return statements.stream()
                .flatMap(statement -> statement.claims().stream())
                .toList();
    }
}
