package io.github.eratosthenes.publication.findings;

import io.github.eratosthenes.publication.findings.topic.Claim;
import io.github.eratosthenes.publication.findings.topic.Passage;
import io.github.eratosthenes.publication.findings.topic.Publication;
import io.github.eratosthenes.publication.findings.topic.Source;
import io.github.eratosthenes.publication.findings.topic.Statement;
import io.github.eratosthenes.publication.findings.topic.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of all publications: the figures are those of the newest one, and each claim is looked for in the others.
 *
 * @param publications the newest first
 * @param project the project's folder
 */
record Findings(List<Publication> publications, Path project) {

    /**
     * Returns a finding as Markdown, for a document.
     *
     * @throws IOException if a file of a publication cannot be read
     */
    String markdown(Topic topic, Path document) throws IOException {
        List<Publication> measured = publications.stream()
                .filter(publication -> publication.has(topic.parts()))
                .toList();
        if (measured.isEmpty()) {
            return missing(topic);
        }
        Publication newest = measured.get(0);
        Passage passage = topic.of(new Source(newest, project, document));
        for (Publication other : measured.subList(1, measured.size())) {
            passage = beside(passage, other, topic.of(new Source(other, project, document)));
        }
        return Markdown.of(passage);
    }

    /** Returns the command that measures the parts that the newest publication lacks. */
    private String missing(Topic topic) {
        List<String> parts = new ArrayList<>(topic.parts());
        String resume = "";
        if (!publications.isEmpty()) {
            Publication newest = publications.get(0);
            parts.removeIf(part -> newest.has(List.of(part)));
            resume = "--resume=" + newest.name() + " ";
        }
        return "Not measured yet. `./mvnw -Ppublication -Dpublication.args=\"" + resume + "--parts="
                + String.join(",", parts) + ",findings\"` measures it and writes the figures here.";
    }

    /** Adds to each statement how many of its claims hold in another publication too. */
    private static Passage beside(Passage passage, Publication other, Passage others) {
        Map<String, String> answers = new HashMap<>();
        others.claims().forEach(claim -> answers.put(claim.question(), claim.answer()));
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : passage.statements()) {
            statements.add(
                    statement.claims().isEmpty()
                            ? statement
                            : new Statement(
                                    statement.text() + " " + beside(statement.claims(), other, answers),
                                    statement.claims()));
        }
        return new Passage(statements, passage.tables());
    }

    private static String beside(List<Claim> claims, Publication other, Map<String, String> answers) {
        List<Claim> asked = claims.stream()
                .filter(claim -> answers.containsKey(claim.question()))
                .toList();
        long same = asked.stream()
                .filter(claim -> claim.answer().equals(answers.get(claim.question())))
                .count();
        String name = "`" + other.name() + "`";
        if (asked.isEmpty()) {
            return "(" + name + " has not measured this.)";
        }
        return same == claims.size()
                ? "(This holds on " + name + " too.)"
                : "(" + name + " gives the same answer in " + same + " of these " + claims.size() + " cases"
                        + (asked.size() == claims.size()
                                ? ""
                                : ", and has not measured " + (claims.size() - asked.size()))
                        + ".)";
    }
}
