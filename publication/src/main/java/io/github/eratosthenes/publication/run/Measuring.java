package io.github.eratosthenes.publication.run;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command lines that measure the parts of a publication. */
final class Measuring {

    /** A part has all the time that it needs; the commands' own bounds are for someone who tries them. */
    private static final List<String> NO_BUDGET = List.of("--minutes=10080", "--calls=1000000");

    /** As few as the costs of work can be fitted to. */
    private static final String QUICK_SIZES = "--sizes=1000,10000,100000";

    private static final String QUICK_STRATEGIES = "--strategies=boolean-array,bitset,wheel-segment";

    private final Jars jars;
    private final Settings settings;
    private final Path study;

    /**
     * Creates the commands.
     *
     * @param study where the finished study is, whose times are explained
     */
    Measuring(Jars jars, Settings settings, Path study) {
        this.jars = jars;
        this.settings = settings;
        this.study = study;
    }

    /** Returns what measures a part in a new result folder. */
    List<String> begin(Part part, Path results) {
        List<String> options = new ArrayList<>(options(part));
        options.add("--results=" + results);
        options.add("--machine=" + settings.machine());
        return command(part, options);
    }

    /** Returns what goes on with a part. */
    List<String> resume(Part part, ResultFolder folder) {
        Path path = folder.path();
        List<String> options = new ArrayList<>();
        options.add("--results=" + path.getParent());
        options.add("--resume=" + path.getFileName());
        if (part == Part.BREAKPOINTS || part == Part.BREAKPOINTS_RESERVED) {
            options.addAll(localEndpoint());
            options.addAll(NO_BUDGET);
        }
        return command(part, options);
    }

    /** Returns what prints a part's plan. */
    List<String> plan(Part part) {
        List<String> options = new ArrayList<>(options(part));
        options.add("--plan");
        return command(part, options);
    }

    private List<String> command(Part part, List<String> options) {
        List<String> command = new ArrayList<>(List.of(settings.newest().executable(), "-jar"));
        switch (part) {
            case STUDY, VARIANTS, YARDSTICK ->
                command.addAll(List.of(jars.benchmarks().toString(), "study"));
            case WORK -> command.addAll(List.of(jars.benchmarks().toString(), "work"));
            case BREAKPOINTS, BREAKPOINTS_RESERVED ->
                command.addAll(List.of(jars.harness().toString(), "breakpoints"));
            case LOAD -> command.addAll(List.of(jars.harness().toString(), "load"));
        }
        command.addAll(options);
        return command;
    }

    private List<String> options(Part part) {
        return settings.quick() ? quick(part) : whole(part);
    }

    private List<String> whole(Part part) {
        return switch (part) {
            case STUDY -> List.of("--study=full", "--tiers=C2", newest(), rounds(part));
            case VARIANTS -> List.of("--study=full", "--tiers=C2,C1", "--sizes=1000000,10000000", all(), rounds(part));
            case YARDSTICK -> List.of("--study=yardstick", newest(), rounds(part));
            case WORK -> List.of("--study=" + study);
            case BREAKPOINTS -> with(localEndpoint(), NO_BUDGET, List.of(java(), "--reserved-mb=0", "--kinds=MEMORY"));
            case BREAKPOINTS_RESERVED -> with(localEndpoint(), NO_BUDGET, List.of(java()));
            case LOAD ->
                with(localEndpoint(), List.of(java(), "--strategies=all", "--conc=1", "--loops=20", "--execs=40"));
        };
    }

    /** Returns the same commands, each with the least work that it can do. */
    private List<String> quick(Part part) {
        String effort = "--effort=1,2,2";
        List<String> search = List.of(
                java(),
                "--strategies=boolean-array",
                "--memory=128",
                "--kinds=MEMORY",
                "--confirmations=1",
                "--rechecks=0");
        return switch (part) {
            case STUDY -> List.of(QUICK_STRATEGIES, QUICK_SIZES, "--tiers=C2", newest(), effort, rounds(part));
            case VARIANTS -> List.of(QUICK_STRATEGIES, "--sizes=10000", "--tiers=C2,C1", all(), effort, rounds(part));
            case YARDSTICK -> List.of("--study=yardstick", "--budget=600", newest(), effort, rounds(part));
            case WORK -> List.of("--study=" + study, QUICK_STRATEGIES, QUICK_SIZES);
            case BREAKPOINTS -> with(localEndpoint(), search, List.of("--reserved-mb=0"));
            case BREAKPOINTS_RESERVED -> with(localEndpoint(), search);
            case LOAD -> with(localEndpoint(), List.of(java(), "--memory=128,1024", "--execs=2"));
        };
    }

    private String rounds(Part part) {
        return "--rounds=" + (part == Part.STUDY ? settings.rounds() : settings.roundsOfOthers());
    }

    private String newest() {
        return "--jvms=" + settings.newest().home();
    }

    private String all() {
        return "--jvms="
                + settings.jdks().stream().map(jdk -> jdk.home().toString()).collect(Collectors.joining(","));
    }

    private String java() {
        return "--java=" + settings.newest().home();
    }

    private List<String> localEndpoint() {
        return List.of("--emulator-jar=" + jars.emulator(), "--function-jar=" + jars.function());
    }

    @SafeVarargs
    private static List<String> with(List<String>... options) {
        List<String> all = new ArrayList<>();
        for (List<String> some : options) {
            all.addAll(some);
        }
        return all;
    }
}
