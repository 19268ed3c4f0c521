package io.github.eratosthenes.cluster;

import io.github.eratosthenes.cluster.ranges.Range;
import io.github.eratosthenes.cluster.ranges.RangeCount;
import io.github.eratosthenes.cluster.ranges.ResultsFile;
import io.github.eratosthenes.cluster.ranges.Tally;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;

/** Prints the job's lines. */
final class Report {

    private final CountRequest request;
    private final PrintWriter out;

    Report(CountRequest request, PrintWriter out) {
        this.request = request;
        this.out = out;
    }

    void resumed(Tally tally) {
        double share =
                sum(tally.finished()).doubleValue() / request.range().size().doubleValue();
        print("resumed: %d ranges with %.1f %% of the numbers are done already", tally.ranges(), 100 * share);
    }

    void workers(int workers, boolean heldToCores) {
        print("workers      %d, %s", workers, heldToCores ? "each held to a core of its own" : "not held to cores");
    }

    void started(JavaSparkContext spark, int cores, int tasks, Duration startUp) {
        print("Spark %s on %s, cores %d: up in %s", spark.version(), spark.master(), cores, seconds(startUp));
        print(
                "counting the primes of %s with %s in %d tasks",
                request.range(), request.strategy().id(), tasks);
    }

    void progress(String line) {
        print("%s", line);
    }

    void answer(Tally tally) {
        if (request.table()) {
            print("%26s %26s", "from " + grouped(request.range().from()) + " to", "primes");
            for (Tally.Row row : tally.table()) {
                print("%26s %26s", grouped(row.to()), grouped(row.primes()));
            }
        }
        print("primes       %s", grouped(tally.primes()));
    }

    void performance(List<RangeCount> counts, int tasks, Duration elapsed, int cores) {
        double numbers = sum(counts.stream().map(RangeCount::range).toList()).doubleValue();
        double busyNanos = counts.stream().mapToLong(RangeCount::nanos).sum();
        print("time         %s", seconds(elapsed));
        print("tasks        %d", tasks);
        print("numbers/s    %.3g", numbers / (elapsed.toNanos() / 1e9));
        double busyShare = busyNanos / (elapsed.toNanos() * (double) cores);
        print("core time    %.2f s, %.1f %% of %d cores", busyNanos / 1e9, 100 * busyShare, cores);
    }

    void baseline(ParallelBaseline baseline, Duration elapsed) {
        String source = baseline.windows() == 0 ? "" : " (estimated from " + baseline.windows() + " windows)";
        print("parallel     %s on this machine%s", seconds(baseline.time()), source);
        print("efficiency   %.1f %% of parallel", 100.0 * baseline.time().toNanos() / elapsed.toNanos());
    }

    void noBaseline(String why) {
        print("parallel     not timed: %s", why);
    }

    void stopped(@Nullable ResultsFile file) {
        print("stopped: %s", kept(file));
    }

    /** Returns what is kept of a job that has ended early. */
    String kept(@Nullable ResultsFile file) {
        return file == null
                ? "nothing is kept; --results keeps finished ranges"
                : file.ranges() + " finished ranges are in " + request.results()
                        + "; the same command goes on from them";
    }

    private void print(String format, Object... arguments) {
        out.println(String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    private static BigInteger sum(List<Range> ranges) {
        return ranges.stream().map(Range::size).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f s", duration.toNanos() / 1e9);
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
