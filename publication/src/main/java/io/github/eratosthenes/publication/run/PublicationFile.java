package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.results.files.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a publication was to be and what became of it; the content of publication.json.
 *
 * @param machine the machine's label
 * @param cpu the model of its processor; null where the machine does not tell
 * @param cores how many processors it has
 * @param quick whether only the chain of commands was tried
 * @param rounds how many rounds the studies were to have
 * @param jdks the versions of the JDKs, the newest first
 * @param steps the parts that were asked for
 * @param times one for each part that was planned or begun
 */
record PublicationFile(
        String machine,
        @Nullable String cpu,
        int cores,
        boolean quick,
        int rounds,
        List<String> jdks,
        List<String> steps,
        List<StepTime> times) {

    static final String NAME = "publication.json";

    /**
     * How long a part took.
     *
     * @param step the part
     * @param planned how long its command expected to take; null where it does not say
     * @param seconds how long it has taken so far, in all sittings
     * @param finished whether it is complete
     */
    record StepTime(String step, @Nullable String planned, long seconds, boolean finished) {

        StepTime after(long more, boolean complete) {
            return new StepTime(step, planned, seconds + more, complete);
        }
    }

    static PublicationFile read(Path folder) throws IOException {
        return JsonFile.read(folder.resolve(NAME), PublicationFile.class);
    }

    void write(Path folder) throws IOException {
        JsonFile.write(folder.resolve(NAME), this);
    }

    /** Returns the time of a step. */
    StepTime time(Step step) {
        return times.stream()
                .filter(time -> time.step().equals(step.id()))
                .findFirst()
                .orElseGet(() -> new StepTime(step.id(), null, 0, false));
    }

    /** Returns the same with another time of one step. */
    PublicationFile with(StepTime time) {
        List<StepTime> all = new ArrayList<>();
        for (Step step : Step.values()) {
            if (step.id().equals(time.step())) {
                all.add(time);
            } else {
                times.stream().filter(other -> other.step().equals(step.id())).forEach(all::add);
            }
        }
        return new PublicationFile(machine, cpu, cores, quick, rounds, jdks, steps, List.copyOf(all));
    }

    /** Returns the same with other steps asked for. */
    PublicationFile withSteps(List<Step> others) {
        return new PublicationFile(
                machine,
                cpu,
                cores,
                quick,
                rounds,
                jdks,
                others.stream().map(Step::id).toList(),
                times);
    }

    List<Step> chosenSteps() {
        return Step.chosen(steps);
    }
}
