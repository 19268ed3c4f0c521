package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import io.github.eratosthenes.benchmarks.work.trace.Counts;
import io.github.eratosthenes.benchmarks.work.trace.Trace;
import io.github.eratosthenes.core.Sieve;
import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.WorkFile.Work;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The main class of a JVM that counts what one sieve does. */
final class CountedSieve {

    private static final String MARK = "counted";
    private static final int FIGURES = 16;

    /** The exit code if no process waits for the counts any more. */
    static final int ORPHANED = 3;

    private static final long ENOUGH_IN_MEMORY = 1_000_000;

    private CountedSieve() {}

    /**
     * Sieves twice and counts the second time. The first time initializes the classes, whose tables a program computes only once. The
     * segmented sieves use some of their classes at large limits only, so the first time is as large as the second.
     *
     * @param args the strategy's id, max, the shapes of both caches, and how many addresses of pages are kept
     */
    public static void main(String[] args) {
        endWithStandardInput();
        SieveStrategy strategy = SieveStrategy.fromId(args[0]);
        Sieve sieve = strategy.create();
        long max = Long.parseLong(args[1]);
        sieve.primesUpTo(strategy.traits().segmented() ? max : Math.min(max, ENOUGH_IN_MEMORY))
                .count();
        Trace.begin(CacheShape.parse(args[2]), CacheShape.parse(args[3]), Integer.parseInt(args[4]));
        long primes = sieve.primesUpTo(max).count();
        System.out.println(line(primes, Trace.end()));
    }

    /** Ends this JVM when the JVM that started it ends, in whatever way: standard input is a pipe from that JVM. */
    private static void endWithStandardInput() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nothing is ever written to the pipe
                        }
                    } catch (IOException e) {
                        // This counts as the end of the pipe
                    }
                    Runtime.getRuntime().halt(ORPHANED);
                },
                "standard-input");
        watch.setDaemon(true);
        watch.start();
    }

    private static String line(long primes, Counts counts) {
        return LongStream.of(
                        primes,
                        counts.reads(),
                        counts.waitingReads(),
                        counts.writes(),
                        counts.crossedOff(),
                        counts.filledBytes(),
                        counts.copiedBytes(),
                        counts.level1Misses(),
                        counts.level2Misses(),
                        counts.unforeseenMisses(),
                        counts.pageMisses(),
                        counts.bulkLevel1Misses(),
                        counts.touchedBytes(),
                        counts.turns(),
                        counts.branches(),
                        counts.wrongBranches())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" ", MARK + " ", ""));
    }

    /**
     * Reads the counts from the output of such a JVM.
     *
     * @throws IllegalArgumentException if the output has none
     */
    static Work parse(SieveStrategy strategy, long max, String output) {
        long[] figures = output.lines()
                .filter(line -> line.startsWith(MARK + " "))
                .map(line -> Arrays.stream(line.substring(MARK.length() + 1).split(" ", -1))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .filter(all -> all.length == FIGURES)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no counts: " + output.lines().findFirst().orElse("it printed nothing")));
        return new Work(
                strategy.id(),
                max,
                figures[0],
                figures[1],
                figures[2],
                figures[3],
                figures[4],
                figures[5],
                figures[6],
                figures[7],
                figures[8],
                figures[9],
                figures[10],
                figures[11],
                figures[12],
                figures[13],
                figures[14],
                figures[15]);
    }
}
