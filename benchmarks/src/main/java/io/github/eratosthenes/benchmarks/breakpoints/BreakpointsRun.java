package io.github.eratosthenes.benchmarks.breakpoints;

import io.github.eratosthenes.benchmarks.endpoint.Circumstances;
import io.github.eratosthenes.benchmarks.endpoint.EndpointClient;
import io.github.eratosthenes.benchmarks.endpoint.Functions;
import io.github.eratosthenes.benchmarks.endpoint.Survey;
import io.github.eratosthenes.benchmarks.environment.Environment;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Outcome;
import io.github.eratosthenes.benchmarks.results.Endpoint;
import io.github.eratosthenes.benchmarks.results.ResultFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the searches of a plan that no file holds yet, and writes the file anew after each. */
final class BreakpointsRun {

    private final Plan plan;
    private final Functions functions;
    private final Endpoint endpoint;
    private final EndpointClient client;
    private final Budget budget;
    private final ResultFolder folder;
    private final String machine;
    private final List<String> commandLine;
    private final PrintStream out;
    private final Circumstances circumstances = new Circumstances();
    private final @Nullable BreakpointsFile earlier;
    private final @Nullable Environment earlierEnvironment;
    private final List<Breakpoint> done = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    BreakpointsRun(
            Plan plan,
            Functions functions,
            Endpoint endpoint,
            EndpointClient client,
            Budget budget,
            ResultFolder folder,
            String machine,
            List<String> commandLine,
            PrintStream out)
            throws IOException {
        this.plan = plan;
        this.functions = functions;
        this.endpoint = endpoint;
        this.client = client;
        this.budget = budget;
        this.folder = folder;
        this.machine = machine;
        this.commandLine = commandLine;
        this.out = out;
        this.earlier = Files.isRegularFile(folder.breakpoints()) ? BreakpointsFile.read(folder.breakpoints()) : null;
        this.earlierEnvironment =
                Files.isRegularFile(folder.environment()) ? Environment.read(folder.environment()) : null;
        if (earlier != null) {
            earlier.breakpoints().stream()
                    .filter(breakpoint -> breakpoint.outcome() != Outcome.STOPPED_BY_BUDGET)
                    .forEach(done::add);
        }
    }

    /** Returns the searches that are still to be made. */
    List<Planned> left() {
        return plan.searches().stream()
                .filter(search -> done.stream().noneMatch(search::is))
                .toList();
    }

    /**
     * Makes the searches.
     *
     * @return what went wrong, in words; empty where nothing did
     */
    List<String> run(Lanes lanes, Forecast forecast) throws IOException, InterruptedException {
        List<Planned> left = left();
        plan.write(folder);
        write();
        try (Progress progress = new Progress(out, left, lanes, forecast, budget)) {
            progress.start();
            lanes.run(left, search -> search(search, progress));
        }
        if (troubles.isEmpty() && left().isEmpty() && done.stream().noneMatch(BreakpointsRun::isCutShort)) {
            Plan.delete(folder);
        }
        return List.copyOf(troubles);
    }

    private static boolean isCutShort(Breakpoint breakpoint) {
        return breakpoint.outcome() == Outcome.STOPPED_BY_BUDGET;
    }

    private void search(Planned planned, Progress progress) {
        progress.begun(planned);
        try {
            Breakpoint found = new Search(
                            planned,
                            functions.address(planned.memoryMegabytes()),
                            client,
                            budget,
                            Survey.limitSeconds(endpoint),
                            plan.confirmations())
                    .run();
            synchronized (this) {
                done.add(found);
                write();
            }
            progress.done(planned, BreakpointsReport.line(found));
        } catch (TroubleException | IOException e) {
            synchronized (this) {
                troubles.add(String.valueOf(e.getMessage()));
            }
            progress.done(planned, "NO RESULT: " + e.getMessage());
        }
    }

    /** Returns the file as it stands. */
    synchronized BreakpointsFile file() {
        List<Planned> order = plan.searches();
        List<Breakpoint> sorted = done.stream()
                .sorted(Comparator.comparingInt(breakpoint -> place(order, breakpoint)))
                .toList();
        return new BreakpointsFile(
                endpoint,
                earlier == null ? circumstances.start() : earlier.start(),
                circumstances.seconds() + (earlier == null ? 0 : earlier.seconds()),
                budget.calls() + (earlier == null ? 0 : earlier.calls()),
                plan.confirmations(),
                Survey.limitSeconds(endpoint),
                sorted);
    }

    private static int place(List<Planned> order, Breakpoint breakpoint) {
        for (int place = 0; place < order.size(); place++) {
            if (order.get(place).is(breakpoint)) {
                return place;
            }
        }
        return order.size();
    }

    private synchronized void write() throws IOException {
        file().write(folder.breakpoints());
        circumstances
                .environment(machine, endpoint, commandLine, earlierEnvironment)
                .write(folder.environment());
    }
}
