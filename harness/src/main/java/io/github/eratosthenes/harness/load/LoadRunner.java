package io.github.eratosthenes.harness.load;

import io.github.eratosthenes.harness.endpoint.Call;
import io.github.eratosthenes.harness.endpoint.EndpointClient;
import io.github.eratosthenes.harness.endpoint.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls, with a limit to how many are open at once, and counts each exactly once.
 *
 * <p>With a rate, call i belongs at i / rate seconds after the start. Where all places are taken it is sent later, and the
 * delay counts as the client's time: the correction for coordinated omission, measured instead of reckoned.
 *
 * <p>A call that breaks its instance is followed by one that counts nowhere: it starts the runtime again, which would
 * otherwise be a part of the next call's time.
 */
final class LoadRunner {

    private final EndpointClient client;
    private final int concurrency;
    private final @Nullable Double ratePerSecond;
    private final Duration patience;
    private final AtomicLong afterBreaks = new AtomicLong();

    LoadRunner(EndpointClient client, int concurrency, @Nullable Double ratePerSecond, Duration patience) {
        this.client = client;
        this.concurrency = concurrency;
        this.ratePerSecond = ratePerSecond;
        this.patience = patience;
    }

    /**
     * Calls every target the same number of times, in turns.
     *
     * @param finished counts the calls as they end, for whoever shows progress
     * @return one for each call, in the order in which they were started
     */
    List<Done> run(List<Target> targets, int executions, long max, long loops, AtomicInteger finished)
            throws InterruptedException {
        Semaphore places = new Semaphore(concurrency);
        List<CompletableFuture<Done>> calls = new ArrayList<>();
        long start = System.nanoTime();
        for (int round = 0; round < executions; round++) {
            for (Target target : targets) {
                long due = start + dueNanos(calls.size());
                sleepUntil(due);
                places.acquire();
                long sent = System.nanoTime();
                double waited = ratePerSecond == null ? 0 : Math.max(0, sent - due) / 1e6;
                calls.add(client.send(target.function(), Call.of(target.strategy(), max, loops), patience)
                        .thenCompose(reply -> {
                            Done done = new Done(target, reply, waited, sent, System.nanoTime());
                            return restarted(target, reply).thenApply(whatever -> {
                                finished.incrementAndGet();
                                places.release();
                                return done;
                            });
                        }));
            }
        }
        return calls.stream().map(CompletableFuture::join).toList();
    }

    /** Starts a broken instance again; the future ends when that is over. */
    private CompletableFuture<?> restarted(Target target, Reply reply) {
        if (!reply.kind().isBreak()) {
            return CompletableFuture.completedFuture(reply);
        }
        afterBreaks.incrementAndGet();
        return client.send(target.function(), Call.small(target.strategy()), patience);
    }

    /** Returns how many calls have only started a broken instance again. */
    long callsAfterBreaks() {
        return afterBreaks.get();
    }

    private long dueNanos(int call) {
        return ratePerSecond == null ? 0 : Math.round(call / ratePerSecond * 1e9);
    }

    private static void sleepUntil(long due) throws InterruptedException {
        long nanos = due - System.nanoTime();
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }
}
