package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.text.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Counts many strategies at many sizes, with one JVM for each processor at a time.
 *
 * @param counter counts one strategy at one size
 * @param out gets the progress
 */
record WorkCount(SieveCounter counter, PrintStream out) {

    /** A larger size is counted only if the smaller one predicts no more accesses than this; each takes about 15 ns. */
    static final long MOST_ACCESSES = 1_000_000_000;

    private record Job(SieveStrategy strategy, long max, Future<Outcome> outcome) {

        String label() {
            return strategy.id() + " at " + max;
        }
    }

    /**
     * The outcome of a job.
     *
     * @param work the counts; null if the job was skipped
     * @param words the word counted, or the reason why the job was skipped
     */
    private record Outcome(@Nullable Work work, String words) {

        static Outcome leftOut(String reason) {
            return new Outcome(null, reason);
        }

        private long accessesAt(long max) {
            return work == null ? 0 : Math.round((double) (work.reads() + work.writes()) / work.max() * max);
        }
    }

    /**
     * Counts the work of each strategy at each size. A size above a strategy's limit, or one that takes too long, is skipped with
     * its reason.
     *
     * @throws IOException if a JVM fails
     */
    WorkFile of(List<SieveStrategy> strategies, List<Long> sizes) throws IOException, InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return collect(jobs(strategies, sizes, threads));
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Job> jobs(List<SieveStrategy> strategies, List<Long> sizes, ExecutorService threads) {
        List<Job> jobs = new ArrayList<>();
        for (long max : sizes) {
            if (max < 1) {
                throw new IllegalArgumentException("size " + max + " is below 1, the lowest allowed");
            }
        }
        for (long max : sizes.stream().sorted().toList()) {
            for (SieveStrategy strategy : strategies) {
                Optional<Future<Outcome>> smaller = jobs.stream()
                        .filter(job -> job.strategy == strategy)
                        .reduce((first, second) -> second)
                        .map(Job::outcome);
                jobs.add(new Job(strategy, max, threads.submit(() -> outcome(strategy, max, smaller))));
            }
        }
        return jobs;
    }

    /** Counts one job. The smaller size is ahead in the queue, so its count has begun at least, and the job can wait for it. */
    private Outcome outcome(SieveStrategy strategy, long max, Optional<Future<Outcome>> smaller) throws Exception {
        if (max > strategy.traits().highestMax()) {
            return Outcome.leftOut("above the highest max " + strategy.traits().highestMax());
        }
        if (smaller.isPresent()) {
            Outcome before = smaller.get().get();
            if (before.work == null) {
                return Outcome.leftOut("a smaller size was left out");
            }
            if (before.accessesAt(max) > MOST_ACCESSES) {
                return Outcome.leftOut("about " + Figures.count(before.accessesAt(max)) + " accesses; the limit is "
                        + Figures.count(MOST_ACCESSES));
            }
        }
        return counter.count(strategy, max)
                .map(work -> new Outcome(work, "counted"))
                .orElseGet(() -> Outcome.leftOut(
                        "above the budget of " + counter.budget().toSeconds() + " s"));
    }

    private WorkFile collect(List<Job> jobs) throws IOException, InterruptedException {
        List<Work> works = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            Outcome outcome = result(job);
            out.println(i + 1 + "/" + jobs.size() + "  " + job.label() + "  " + outcome.words);
            if (outcome.work == null) {
                skipped.add(job.label() + ": " + outcome.words);
            } else {
                works.add(outcome.work);
            }
        }
        return new WorkFile(
                Runtime.version().feature(),
                counter.level1().toString(),
                counter.level2().toString(),
                counter.pages(),
                works,
                skipped);
    }

    private static Outcome result(Job job) throws IOException, InterruptedException {
        try {
            return job.outcome().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException(job.label() + ": " + e.getCause(), e);
        }
    }
}
