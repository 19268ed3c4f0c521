package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.core.SieveStrategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

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
        Path output = Files.createTempFile("probe", ".txt");
        try {
            Process process = new ProcessBuilder(command(subject, max, heapMegabytes))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(
                        START_MILLIS + budgetMillis + FewOperations.REPEAT_MILLIS, TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
            if (!ended) {
                return Optional.empty();
            }
            String answer = Files.readString(output, StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException("the probe of " + subject.strategy().id() + " max=" + max + " failed: "
                        + answer.lines().findFirst().orElse("exit code " + process.exitValue()));
            }
            return Optional.of(FewOperations.read(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(
                    "interrupted while probing " + subject.strategy().id(), e);
        } finally {
            Files.deleteIfExists(output);
        }
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
            System.out.println(first + " " + last + " " + strategy.traits().bytesFor(max));
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

        /** Reads what {@link #main} prints. */
        static Probed read(String line) {
            String[] fields = line.split(" ", -1);
            return new Probed(Double.parseDouble(fields[0]), Double.parseDouble(fields[1]), Long.parseLong(fields[2]));
        }
    }
}
