package io.github.eratosthenes.publication.findings.topic;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.View;
import io.github.eratosthenes.results.files.Environment.Sitting;
import io.github.eratosthenes.results.files.HalfWidths;
import io.github.eratosthenes.results.files.MachineNoise;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.Gate;
import io.github.eratosthenes.results.text.Durations;
import io.github.eratosthenes.results.text.Figures;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Where a study was measured, and how far its figures can be trusted. */
final class StudyConditions {

    private StudyConditions() {}

    /** Returns the machine, the rounds, the time, and how wide the intervals became. */
    static Statement statement(Source source, String part) {
        ResultData data = source.publication().part(part);
        Study study = source.publication().study(part);
        String views = study.views().stream().map(View::toString).collect(Collectors.joining("; "));
        return Statement.of("From " + source.link(part) + ": " + Publication.machine(data) + "; " + views + "; "
                + measured(data, study.data()) + " " + widths(study.data()) + gate(study.data()) + stolen(data)
                + noise(study.data()));
    }

    /** Returns how many rounds were measured, when and for how long. */
    static String measured(ResultData data, StudyData study) {
        long seconds = data.main().environment().sittings().stream()
                .mapToLong(Sitting::seconds)
                .sum();
        return Figures.counted(study.study().roundsDone(), "round") + " on " + data.date() + " in "
                + Durations.text(Duration.ofSeconds(seconds)) + ".";
    }

    /** Returns how wide the intervals of ratios are. */
    static String widths(StudyData study) {
        HalfWidths widths = HalfWidths.of(study);
        return widths.isEmpty()
                ? "Too few rounds for intervals."
                : "Half of the intervals of ratios are within ± " + Sentences.percent(widths.quantile(0.5))
                        + ", nine in ten within ± " + Sentences.percent(widths.quantile(0.9)) + ".";
    }

    private static String gate(StudyData study) {
        Gate gate = study.study().gate();
        return gate == null
                ? ""
                : " Forks were repeated because the machine was slow: " + Figures.counted(gate.repeats(), "repeat")
                        + ", and " + Figures.counted(gate.slow(), "fork") + " stayed slow.";
    }

    private static String noise(StudyData study) {
        if (HalfWidths.of(study).isEmpty()) {
            return "";
        }
        return MachineNoise.reasons(study).isEmpty()
                ? " The study calls this machine quiet."
                : " The study calls this machine noisy: trust ratios more than times.";
    }

    private static String stolen(ResultData data) {
        OptionalDouble stolen = data.main().environment().sittings().stream()
                .map(Sitting::stolenShare)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
        return stolen.isEmpty()
                ? ""
                : " The hypervisor stole " + Sentences.percent(stolen.getAsDouble()) + " of CPU time.";
    }
}
