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
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A probe that sieves once in a JVM of its own, like the cell's, and ends that JVM when the budget is gone.
 *
 * <p>It is asked for a strategy's limits in ascending order or any other; what was above the budget once is not tried
 * with a higher limit. The operation is cold, which makes it a little longer than the study's.
 */
final class ForkedProbe implements Probe {

    /** The JVM's own start, which the budget does not cover. */
    private static final long START_MILLIS = 1_000;

    private final long budgetMillis;
    private final Map<Subject, Map<Long, OptionalDouble>> known = new HashMap<>();

    ForkedProbe(long budgetMillis) {
        this.budgetMillis = budgetMillis;
    }

    private record Subject(SieveStrategy strategy, Jvm jvm, Tier tier) {}

    @Override
    public OptionalDouble millis(SieveStrategy strategy, long max, Jvm jvm, Tier tier, long heapMegabytes)
            throws IOException {
        Subject subject = new Subject(strategy, jvm, tier);
        Map<Long, OptionalDouble> limits = known.computeIfAbsent(subject, key -> new HashMap<>());
        boolean tooLongBefore = limits.entrySet().stream()
                .anyMatch(entry -> entry.getKey() <= max && entry.getValue().isEmpty());
        if (tooLongBefore) {
            return OptionalDouble.empty();
        }
        OptionalDouble answer = limits.get(max);
        if (answer == null) {
            answer = run(subject, max, heapMegabytes);
            limits.put(max, answer);
        }
        return answer;
    }

    private OptionalDouble run(Subject subject, long max, long heapMegabytes) throws IOException {
        Path output = Files.createTempFile("probe", ".txt");
        try {
            Process process = new ProcessBuilder(command(subject, max, heapMegabytes))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended;
            try {
                ended = process.waitFor(START_MILLIS + budgetMillis, TimeUnit.MILLISECONDS);
            } finally {
                process.destroyForcibly();
            }
            if (!ended) {
                return OptionalDouble.empty();
            }
            String answer = Files.readString(output, StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException("the probe of " + subject.strategy().id() + " max=" + max + " failed: "
                        + answer.lines().findFirst().orElse("exit code " + process.exitValue()));
            }
            return OptionalDouble.of(Double.parseDouble(answer));
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
                OneOperation.class.getName(),
                subject.strategy().name(),
                String.valueOf(max)));
        return command;
    }

    /** The program of the probe's JVM: sieves once and prints the milliseconds that took. */
    static final class OneOperation {

        private OneOperation() {}

        public static void main(String[] args) {
            SieveStrategy strategy = SieveStrategy.valueOf(args[0]);
            long max = Long.parseLong(args[1]);
            long start = System.nanoTime();
            long count = strategy.create().primesUpTo(max).count();
            double millis = (System.nanoTime() - start) / 1e6;
            if (count < 0) {
                throw new IllegalStateException(strategy.id() + " counts " + count + " primes up to " + max);
            }
            System.out.println(millis);
        }
    }
}
