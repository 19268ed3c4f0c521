package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A probe that sieves in a JVM of its own, like the cell's, and ends that JVM when the budget is gone.
 *
 * <p>It is asked for a strategy's limits in ascending order or any other; what was above the budget once is not tried
 * with a higher limit. The budget is for the first, cold operation; short ones are repeated, since a cold one can take a
 * hundred times as long as those that the study measures.
 */
final class ForkedProbe implements Probe {

    /** The JVM's own start, which the budget does not cover. */
    private static final long START_MILLIS = 1_000;

    private final long budgetMillis;
    private final Map<Subject, Map<Long, Optional<Probed>>> known = new HashMap<>();

    ForkedProbe(long budgetMillis) {
        this.budgetMillis = budgetMillis;
    }

    private record Subject(SieveStrategy strategy, Jvm jvm, Tier tier) {}

    @Override
    public Optional<Probed> probe(SieveStrategy strategy, long max, Jvm jvm, Tier tier, long heapMegabytes)
            throws IOException {
        Subject subject = new Subject(strategy, jvm, tier);
        Map<Long, Optional<Probed>> limits = known.computeIfAbsent(subject, key -> new HashMap<>());
        boolean tooLongBefore = limits.entrySet().stream()
                .anyMatch(entry -> entry.getKey() <= max && entry.getValue().isEmpty());
        if (tooLongBefore) {
            return Optional.empty();
        }
        Optional<Probed> answer = limits.get(max);
        if (answer == null) {
            answer = run(subject, max, heapMegabytes);
            limits.put(max, answer);
        }
        return answer;
    }

    private Optional<Probed> run(Subject subject, long max, long heapMegabytes) throws IOException {
        try {
            Optional<Child.Ended> ended = Child.run(command(subject, max, heapMegabytes), mostMillis());
            return ended.isEmpty() ? Optional.empty() : Optional.of(probed(subject, max, ended.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while probing " + subject.strategy().id(), e);
        }
    }

    /** The largest budget is no limit at all. */
    private long mostMillis() {
        long beside = START_MILLIS + FewOperations.REPEAT_MILLIS;
        return budgetMillis > Long.MAX_VALUE - beside ? Long.MAX_VALUE : budgetMillis + beside;
    }

    private static Probed probed(Subject subject, long max, Child.Ended ended) throws IOException {
        Optional<Probed> answer = ended.exitCode() == 0 ? FewOperations.read(ended.out()) : Optional.empty();
        return answer.orElseThrow(() -> new IOException(
                "the probe of " + subject.strategy().id() + " max=" + max + " failed: " + ended.reason()));
    }

    private static List<String> command(Subject subject, long max, long heapMegabytes) {
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
                FewOperations.class.getName(),
                subject.strategy().name(),
                String.valueOf(max)));
        return command;
    }

    /** The program of the probe's JVM: sieves a few times and prints what {@link Probed} holds. */
    static final class FewOperations {

        /** Tells the answer from whatever else the JVM, or a script around it, prints. */
        private static final String MARK = "eratosthenes-probe: ";

        private static final long REPEAT_MILLIS = 500;
        private static final int MOST_OPERATIONS = 5;

        private FewOperations() {}

        public static void main(String[] args) {
            SieveStrategy strategy = SieveStrategy.valueOf(args[0]);
            long max = Long.parseLong(args[1]);
            double first = millis(strategy, max);
            double last = first;
            double all = first;
            for (int operation = 1; operation < MOST_OPERATIONS && all + last < REPEAT_MILLIS; operation++) {
                last = millis(strategy, max);
                all += last;
            }
            System.out.println(answer(new Probed(first, last, strategy.traits().bytesFor(max))));
        }

        private static double millis(SieveStrategy strategy, long max) {
            long start = System.nanoTime();
            long count = strategy.create().primesUpTo(max).count();
            double millis = (System.nanoTime() - start) / 1e6;
            if (count < 0) {
                throw new IllegalStateException(strategy.id() + " counts " + count + " primes up to " + max);
            }
            return millis;
        }

        /** Returns the one line of the probe's output that counts. */
        static String answer(Probed probed) {
            return MARK + probed.firstMillis() + " " + probed.lastMillis() + " " + probed.predictedBytes();
        }

        /** Reads the marked line; empty where the output has none. */
        static Optional<Probed> read(String output) {
            return output.lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> line.substring(MARK.length()).split(" ", -1))
                    .map(fields -> new Probed(
                            Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Long.parseLong(fields[2])))
                    .findFirst();
        }
    }
}
