package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Counts what sieves do, with a separate JVM for each count.
 *
 * @param agent the agent that these JVMs load
 * @param level1 the level 1 cache of the model
 * @param level2 its level 2 cache
 * @param pages how many addresses of pages the model keeps
 * @param budget the processor time that one count may take; on a busy machine the time that passes would leave out more
 */
record SieveCounter(AgentJar agent, CacheShape level1, CacheShape level2, int pages, Duration budget) {

    /** The size of the heap divided by the predicted bytes: enough for both sieves, with room to move them. */
    private static final int HEAP_FACTOR = 4;

    private static final int HEAP_MEGABYTES = 128;

    private static final long POLL_MILLIS = 100;

    /**
     * Counts what a strategy does to find and count the primes up to max; empty if that takes longer than the budget.
     *
     * @throws IOException if the JVM fails
     */
    Optional<Work> count(SieveStrategy strategy, long max) throws IOException, InterruptedException {
        Path output = agent.file(strategy.id() + "-" + max + ".log");
        try {
            Process process = new ProcessBuilder(command(strategy, max))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                if (!endsWithinBudget(process)) {
                    return Optional.empty();
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
            return Optional.of(CountedSieve.parse(strategy, max, Files.readString(output, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new IOException("counting " + strategy.id() + " at " + max + " failed: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private boolean endsWithinBudget(Process process) throws InterruptedException {
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
            if (used.compareTo(budget) > 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns the command line of the JVM that counts. */
    List<String> command(SieveStrategy strategy, long max) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                agent.argument(),
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-Xmx" + heapMegabytes(strategy, max) + "m",
                "-cp",
                System.getProperty("java.class.path"),
                CountedSieve.class.getName(),
                strategy.id(),
                String.valueOf(max),
                level1.toString(),
                level2.toString(),
                String.valueOf(pages));
    }

    private static long heapMegabytes(SieveStrategy strategy, long max) {
        return HEAP_MEGABYTES + HEAP_FACTOR * (strategy.traits().bytesFor(max) >> 20);
    }
}
