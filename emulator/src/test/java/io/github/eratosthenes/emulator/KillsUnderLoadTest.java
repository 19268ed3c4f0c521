package io.github.eratosthenes.emulator;

import static io.github.eratosthenes.emulator.TestEmulator.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.emulator.function.Instances;
import io.github.eratosthenes.emulator.function.LambdaFunction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients, while somebody kills the functions' processes from outside. */
class KillsUnderLoadTest {
    private static final int REQUESTS = 2000;
    private static final int CONCURRENCY = 20;

    /** A process is killed after each so many answers. */
    private static final int ANSWERS_FOR_EACH_KILL = 100;

    @TempDir
    private Path folder;

    private final Map<String, Integer> verdicts = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger mostInstances = new AtomicInteger();
    private final Set<Long> processes = ConcurrentHashMap.newKeySet();
    private final Set<Long> killed = new HashSet<>();

    @Test
    @Timeout(600)
    void everyRequestIsAnsweredOnceAndNothingIsLeft() throws IOException, InterruptedException {
        List<Path> roots;
        try (TestEmulator emulator =
                TestEmulator.in(folder).concurrency(CONCURRENCY).start()) {
            LambdaFunction function = emulator.function("f-1024");
            ExecutorService clients = Executors.newFixedThreadPool(CONCURRENCY);
            for (int request = 0; request < REQUESTS; request++) {
                clients.execute(() -> call(emulator, function));
            }
            clients.shutdown();
            assertThat(clients.awaitTermination(8, TimeUnit.MINUTES)).isTrue();
            assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(REQUESTS);
            assertThat(emulator.calls(REQUESTS))
                    .hasSize(REQUESTS)
                    .extracting(call -> call.path("requestId").asText())
                    .doesNotHaveDuplicates();
            assertThat(emulator.lines().lines().filter(line -> line.startsWith("REPORT")))
                    .hasSize(REQUESTS);
            roots = emulator.emulator().groups().roots();
        }
        assertThat(killed).hasSizeGreaterThan(REQUESTS / ANSWERS_FOR_EACH_KILL / 2);
        assertThat(mostInstances.get()).isBetween(2, CONCURRENCY);
        // a process that is killed while it works takes its call with it, one that is idle takes none
        assertThat(verdicts.keySet()).isSubsetOf("OK", "EXIT", "INIT_ERROR");
        assertThat(REQUESTS - verdicts.getOrDefault("OK", 0)).isBetween(0, killed.size());
        assertThat(processes).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(roots).noneMatch(Files::exists);
        assertThat(files()).containsExactlyInAnyOrder("handlers.jar", "log.jsonl");
    }

    private void call(TestEmulator emulator, LambdaFunction function) {
        verdicts.merge(verdict(emulator.get("f-1024?do=sleep&millis=2")), 1, Integer::sum);
        List<Long> running = Instances.pids(function);
        processes.addAll(running);
        mostInstances.accumulateAndGet(Instances.count(function), Math::max);
        if (answered.incrementAndGet() % ANSWERS_FOR_EACH_KILL == 0) {
            kill(running);
        }
    }

    private synchronized void kill(List<Long> running) {
        running.stream().filter(pid -> !killed.contains(pid)).findFirst().ifPresent(pid -> {
            killed.add(pid);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
