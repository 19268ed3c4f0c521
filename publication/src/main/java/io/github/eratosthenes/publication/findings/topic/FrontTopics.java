package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Compared;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Sieving;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The first screen of the project's README: three figures and two pictures. */
final class FrontTopics {

    private static final String FAST = StudyTopics.FAST;
    private static final String TEXTBOOK = StudyData.BASELINE;

    private FrontTopics() {}

    /** Returns the picture of the limits. */
    static Passage limitsPicture(Source source) {
        return Passage.of(source.picture(
                "limits",
                "For each strategy, a bar up to the largest max that is answered in time, with marks where memory and time"
                        + " run out"));
    }

    /** Returns the picture of the times. */
    static Passage timePicture(Source source) {
        return Passage.of(source.picture("time", "Time to find all primes up to max, one line for each strategy"));
    }

    /** Returns the figures of time and of memory. */
    static Passage timeAndMemory(Source source) {
        Study study = source.publication().study(Parts.STUDY);
        View view = study.views().get(0);
        for (long max : study.maximaByWeight(view)) {
            Optional<Sieving> fast = study.cell(FAST, Setting.of(view, max));
            Optional<Sieving> textbook = study.cell(TEXTBOOK, Setting.of(view, max));
            if (fast.isPresent() && textbook.isPresent()) {
                return Passage.of(figures(source, study, fast.get(), textbook.get()));
            }
        }
        return Passage.of(Statement.of(
                source.link(Parts.STUDY) + " has not measured `" + FAST + "` beside `" + TEXTBOOK + "` at any max."));
    }

    private static List<Statement> figures(Source source, Study study, Sieving fast, Sieving textbook) {
        Compared compared = study.compare(fast, textbook);
        List<Statement> statements = new ArrayList<>(List.of(new Statement(
                "**Time.** To find all primes up to " + Powers.text(fast.max()) + ", `" + FAST + "` takes "
                        + Sentences.millis(fast.time().estimate()) + " and `" + TEXTBOOK
                        + "`, the sieve of most textbooks, "
                        + Sentences.millis(textbook.time().estimate())
                        + ". The ratio is **" + Figures.ratio(compared.ratio().interval()) + "**, so "
                        + VerdictWords.between(Comparison.code(FAST), Comparison.code(TEXTBOOK), compared.verdict())
                        + ". (" + source.link(Parts.STUDY) + ", "
                        + Publication.machine(source.publication().part(Parts.STUDY)) + ", "
                        + fast.setting().view() + ")",
                List.of(new Claim(
                        FAST + " / " + TEXTBOOK + " at the largest max that most strategies reach",
                        compared.verdict().word())))));
        memory(study, fast.setting().view()).ifPresent(statements::add);
        return statements;
    }

    private static Optional<Statement> memory(Study study, View view) {
        for (long max : study.maximaByWeight(view)) {
            OptionalDouble fast = bytes(study, FAST, Setting.of(view, max));
            OptionalDouble textbook = bytes(study, TEXTBOOK, Setting.of(view, max));
            if (fast.isPresent() && textbook.isPresent()) {
                return Optional.of(
                        Statement.of("**Memory.** To find all primes up to " + Powers.text(max) + ", `" + FAST
                                + "` allocates **" + Sentences.bytes(fast.getAsDouble()) + "**, and `" + TEXTBOOK + "` "
                                + Sentences.bytes(textbook.getAsDouble()) + "."));
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble bytes(Study study, String strategy, Setting setting) {
        return study.cell(strategy, setting)
                .map(cell -> cell.measurement().bytesPerOperation())
                .orElse(OptionalDouble.empty());
    }

    /** Returns the figure of the smallest function, with the default reserved. */
    static Passage limit(Source source) {
        String part = Parts.EDGES_RESERVED;
        BreakpointsFile file = EdgeTopics.file(source, part);
        int smallest = EdgeTopics.sizes(file).get(0);
        Optional<Breakpoint> fast = EdgeTopics.memory(file, FAST, smallest);
        Optional<Breakpoint> textbook = EdgeTopics.memory(file, TEXTBOOK, smallest);
        if (fast.isEmpty() || textbook.isEmpty()) {
            return Passage.of(
                    Statement.of(source.link(part) + " has not measured `" + FAST + "` beside `" + TEXTBOOK + "`."));
        }
        return Passage.of(new Statement(
                "**Limit.** On a function of " + smallest + " MB, every call of `" + FAST + "` up to max = **"
                        + Powers.words(fast.get().reached()) + "** was answered. Above that, "
                        + EdgeTopics.end(fast.get())
                        + ". With `" + TEXTBOOK + "`, every call up to max = "
                        + Powers.words(textbook.get().reached()) + " was answered; above that, "
                        + EdgeTopics.end(textbook.get()) + ". (" + source.link(part) + ", "
                        + EdgeTopics.endpoint(file) + ")",
                List.of(EdgeTopics.claim(fast.get(), part), EdgeTopics.claim(textbook.get(), part))));
    }
}
