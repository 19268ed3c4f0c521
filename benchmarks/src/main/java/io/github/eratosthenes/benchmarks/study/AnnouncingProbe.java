package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.results.text.StatusLine;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A probe that shows its progress, because the probes of a full study take minutes. */
final class AnnouncingProbe implements Probe, AutoCloseable {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Probe probe;
    private final int atMost;
    private final StatusLine line;
    private int asked;

    /**
     * Creates a probe that announces each question to another probe.
     *
     * @param atMost the number of cells in the plan, of which only some need a probe
     */
    AnnouncingProbe(Probe probe, int atMost, PrintStream out) {
        this.probe = probe;
        this.atMost = atMost;
        this.line = StatusLine.of(out, BETWEEN_LINES);
    }

    @Override
    public Optional<Probed> probe(Workload workload, Jvm jvm, Tier tier, long heapMegabytes) throws IOException {
        announce(new Cell(workload, jvm.label(), tier));
        return probe.probe(workload, jvm, tier, heapMegabytes);
    }

    private synchronized void announce(Cell cell) {
        asked++;
        line.show(String.format(Locale.ROOT, "probe %d of at most %d  %s", asked, atMost, cell));
    }

    @Override
    public synchronized void close() {
        line.clear();
    }
}
