package io.github.eratosthenes.benchmarks.study;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A probe that prints, at first and then every few seconds, what it is at: the probes of a full study take minutes. */
final class AnnouncingProbe implements Probe {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Probe probe;
    private final int atMost;
    private final PrintStream out;
    private long nextLineNanos = System.nanoTime();
    private int asked;

    /**
     * Announces what another probe is asked.
     *
     * @param atMost how many cells the plan has, fewer of which need a probe
     */
    AnnouncingProbe(Probe probe, int atMost, PrintStream out) {
        this.probe = probe;
        this.atMost = atMost;
        this.out = out;
    }

    @Override
    public Optional<Probed> probe(Workload workload, Jvm jvm, Tier tier, long heapMegabytes) throws IOException {
        asked++;
        long now = System.nanoTime();
        if (now - nextLineNanos >= 0) {
            nextLineNanos = now + BETWEEN_LINES.toNanos();
            out.printf(
                    Locale.ROOT, "probe %d of at most %d  %s%n", asked, atMost, new Cell(workload, jvm.label(), tier));
        }
        return probe.probe(workload, jvm, tier, heapMegabytes);
    }
}
