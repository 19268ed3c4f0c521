package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.Workload.Sieving;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * A probe that runs the workload in its own JVM, which is like the cell's, and ends that JVM when the budget is used up.
 *
 * <p>Limits may come in any order. If a limit was above the budget, no higher limit of the strategy is tried. The budget is for the
 * first, cold operation. Each limit is probed with one loop, because more loops run the same code.
 *
 * <p>Several threads may ask at once. Their JVMs live side by side, as those of a batch do, if their heaps fit into a batch's memory.
 */
final class ForkedProbe implements Probe {

    /** The time to start and end the JVM, which the budget does not cover. */
    private static final long START_MILLIS = 2_000;

    private final long budgetMillis;
    private final Map<Subject, FutureTask<Optional<Probed>>> known = new ConcurrentHashMap<>();
    private final Semaphore megabytes = new Semaphore(StudyPlan.BATCH_MEGABYTES, true);

    ForkedProbe(long budgetMillis) {
        this.budgetMillis = budgetMillis;
    }

    private record Subject(Workload workload, Jvm jvm, Tier tier) {}

    @Override
    public Optional<Probed> probe(Workload workload, Jvm jvm, Tier tier, long heapMegabytes) throws IOException {
        Subject subject = new Subject(withOneLoop(workload), jvm, tier);
        FutureTask<Optional<Probed>> own =
                new FutureTask<>(() -> isHopeless(subject) ? Optional.empty() : run(subject, heapMegabytes));
        FutureTask<Optional<Probed>> other = known.putIfAbsent(subject, own);
        if (other == null) {
            own.run();
        }
        try {
            return (other == null ? own : other).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while probing " + subject, e);
        }
    }

    private static Workload withOneLoop(Workload workload) {
        return workload instanceof Sieving sieving ? new Sieving(sieving.strategy(), sieving.max(), 1) : workload;
    }

    private boolean isHopeless(Subject subject) {
        return subject.workload() instanceof Sieving wanted
                && known.entrySet().stream()
                        .filter(entry -> isAboveBudget(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .filter(tried -> tried.jvm().equals(subject.jvm()) && tried.tier() == subject.tier())
                        .anyMatch(tried -> tried.workload() instanceof Sieving sieving
                                && sieving.strategy() == wanted.strategy()
                                && sieving.max() <= wanted.max());
    }

    private static boolean isAboveBudget(Future<Optional<Probed>> probed) {
        try {
            return probed.isDone() && probed.get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Probed> run(Subject subject, long heapMegabytes) throws IOException, InterruptedException {
        String what = String.join(" ", subject.workload().words());
        int memory = (int) Math.min(heapMegabytes, StudyPlan.BATCH_MEGABYTES);
        megabytes.acquire(memory);
        try {
            Optional<Child.Ended> ended = Child.run(command(subject, heapMegabytes), mostMillis());
            return ended.isEmpty()
                    ? Optional.empty()
                    : Optional.of(probed(what, ended.get())).filter(probed -> probed.firstMillis() <= budgetMillis);
        } finally {
            megabytes.release(memory);
        }
    }

    /** Returns how long a probe may take in all. The largest budget is no limit at all. */
    private long mostMillis() {
        long beside = START_MILLIS + 2 * Effort.LONGEST_WARMUP_MILLIS;
        return budgetMillis > Long.MAX_VALUE - beside ? Long.MAX_VALUE : budgetMillis + beside;
    }

    private static Probed probed(String what, Child.Ended ended) throws IOException {
        Optional<Probed> answer = ended.exitCode() == 0 ? ProbedJvm.read(ended.out()) : Optional.empty();
        return answer.orElseThrow(() -> new IOException("the probe of " + what + " failed: " + ended.reason()));
    }

    private List<String> command(Subject subject, long heapMegabytes) {
        List<String> command =
                new ArrayList<>(List.of(subject.jvm().executable().toString()));
        command.addAll(subject.tier().jvmArguments());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:NewRatio=1",
                "-Xms" + heapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                "-cp",
                System.getProperty("java.class.path"),
                ProbedJvm.class.getName(),
                String.valueOf(budgetMillis)));
        command.addAll(subject.workload().words());
        return command;
    }
}
