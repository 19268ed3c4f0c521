package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Counts many strategies at many sizes, as many at once as there are processors.
 *
 * @param counter counts one
 * @param out where the progress goes
 */
record WorkCount(SieveCounter counter, PrintStream out) {

    private record Job(SieveStrategy strategy, long max, Future<Optional<Work>> work) {

        String label() {
            return strategy.id() + " at " + max;
        }
    }

    /**
     * Counts; what is above a strategy's limit or takes longer than the budget is left out.
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
            for (SieveStrategy strategy : strategies) {
                if (max < 1) {
                    throw new IllegalArgumentException("size " + max + " is below 1, the lowest allowed");
                }
                jobs.add(new Job(strategy, max, threads.submit(() -> counter.count(strategy, max))));
            }
        }
        return jobs;
    }

    private WorkFile collect(List<Job> jobs) throws IOException, InterruptedException {
        List<Work> works = new ArrayList<>();
        List<String> skipped = new ArrayList<>();
        for (int i = 0; i < jobs.size(); i++) {
            Job job = jobs.get(i);
            Optional<Work> work = result(job);
            String outcome = work.isPresent()
                    ? "counted"
                    : "above the budget of " + counter.budget().toSeconds() + " s";
            out.println(i + 1 + "/" + jobs.size() + "  " + job.label() + "  " + outcome);
            work.ifPresentOrElse(works::add, () -> skipped.add(job.label() + ": " + outcome));
        }
        return new WorkFile(
                Runtime.version().feature(),
                counter.level1().toString(),
                counter.level2().toString(),
                works,
                skipped);
    }

    private static Optional<Work> result(Job job) throws IOException, InterruptedException {
        try {
            return job.work().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure
                    ? failure
                    : new IOException(job.label() + ": " + e.getCause(), e);
        }
    }
}
