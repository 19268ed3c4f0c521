package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.harness.endpoint.Circumstances;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Functions;
import io.github.eratosthenes.results.files.BreakpointsFile;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.ResultFolder;
import io.github.eratosthenes.results.text.ErrorText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the searches and checks of a plan that no file holds yet, and writes the file anew after each. */
final class BreakpointsRun {

    private final Plan plan;
    private final Functions functions;
    private final Endpoint endpoint;
    private final Map<Integer, String> silent;
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
            Map<Integer, String> silent,
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
        this.silent = silent;
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
                    .filter(breakpoint -> !isCutShort(breakpoint))
                    .forEach(done::add);
        }
    }

    /** Returns the searches and checks that are still to be made, round by round. */
    List<List<Planned>> left() {
        return plan.rounds().stream()
                .map(round -> round.stream()
                        .filter(search -> done.stream().noneMatch(search::isMade))
                        .toList())
                .toList();
    }

    /**
     * Makes the searches, then the checks.
     *
     * @return what went wrong, in words; empty where nothing did
     */
    List<String> run(Lanes lanes, Forecast forecast) throws IOException, InterruptedException {
        List<List<Planned>> left = left();
        plan.write(folder);
        write();
        List<Planned> all = left.stream().flatMap(List::stream).toList();
        try (Progress progress = new Progress(out, all, lanes, forecast, budget)) {
            progress.start();
            for (List<Planned> round : left) {
                lanes.run(round, search -> search(search, progress));
            }
        }
        if (troubles.isEmpty() && left().stream().allMatch(List::isEmpty)) {
            Plan.delete(folder);
        }
        return List.copyOf(troubles);
    }

    private void search(Planned planned, Progress progress) {
        progress.begun(planned);
        String why = silent.get(planned.memoryMegabytes());
        if (why != null) {
            lose(planned, why, progress);
            return;
        }
        try {
            progress.done(planned, planned.recheck() == 0 ? find(planned) : check(planned));
        } catch (TroubleException | IOException e) {
            lose(planned, ErrorText.of(e), progress);
        } catch (RuntimeException | VirtualMachineError | LinkageError e) {
            // a search that is lost in any way must not look like success
            lose(planned, planned + " ended with " + e.getClass().getSimpleName() + ": " + ErrorText.of(e), progress);
        }
    }

    private void lose(Planned planned, String reason, Progress progress) {
        synchronized (this) {
            if (!troubles.contains(reason)) {
                troubles.add(reason);
            }
        }
        progress.done(planned, "NO RESULT: " + reason);
    }

    private String find(Planned planned) throws TroubleException, IOException {
        Breakpoint found = search(planned).run();
        keep(planned, found);
        return BreakpointsReport.line(found);
    }

    private String check(Planned planned) throws TroubleException, IOException {
        Optional<Breakpoint> found = found(planned);
        if (found.isEmpty() || isCutShort(found.get())) {
            return "not found yet, so not checked";
        }
        Optional<Breakpoint> checked = search(planned).again(found.get());
        if (checked.isEmpty()) {
            return "the budget ran out";
        }
        keep(planned, checked.get());
        return checked.get().isAt(found.get()) ? "holds" : BreakpointsReport.line(checked.get());
    }

    private Search search(Planned planned) {
        return new Search(
                planned,
                functions.address(planned.memoryMegabytes()),
                client,
                budget,
                plan.limitSeconds(endpoint),
                new Search.Tries(plan.confirmations(), plan.precisionPercent() / 100.0),
                MemoryPrediction.largestMax(planned.strategy().traits(), planned.memoryMegabytes(), endpoint));
    }

    private synchronized Optional<Breakpoint> found(Planned planned) {
        return done.stream().filter(planned::is).findFirst();
    }

    private synchronized void keep(Planned planned, Breakpoint found) throws IOException {
        done.removeIf(planned::is);
        done.add(found);
        write();
    }

    private static boolean isCutShort(Breakpoint breakpoint) {
        return breakpoint.outcome() == Outcome.STOPPED_BY_BUDGET;
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
                plan.limitSeconds(endpoint),
                budget.callsAfterBreaks(),
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
