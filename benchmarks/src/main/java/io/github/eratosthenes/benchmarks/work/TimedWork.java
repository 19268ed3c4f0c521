package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.StudyData;
import io.github.eratosthenes.results.files.StudyFile.CellEntry;
import io.github.eratosthenes.results.files.WorkFile;
import io.github.eratosthenes.results.files.WorkFile.Work;
import io.github.eratosthenes.results.statistics.Interval;
import java.util.List;
import java.util.Optional;

/**
 * The counted work of a sieve, with the time that a study measured for it.
 *
 * @param work the counts
 * @param loops how often the study's operation sieved
 * @param nanos the measured time of one sieving, with its interval
 */
record TimedWork(Work work, int loops, Interval nanos) {

    /** The compiler whose code the counts are closest to. */
    static final String TIER = "C2";

    private static final double NANOS_PER_MILLI = 1e6;

    /** The lowest max that {@code parallel} shares among threads. */
    private static final long LOWEST_IN_THREADS = 1L << 25;

    /** Returns the cells of a study's JDK that were compiled by C2, ran in one thread, and whose work was counted. */
    static List<TimedWork> of(WorkFile file, StudyData study, String jdk) {
        return study.sieving().stream()
                .filter(measured -> measured.cell().jdk().equals(jdk)
                        && measured.cell().tier().equals(TIER))
                .flatMap(measured -> timed(file, study, measured.cell()).stream())
                .toList();
    }

    private static Optional<TimedWork> timed(WorkFile file, StudyData study, CellEntry cell) {
        Integer loops = cell.loops();
        if (loops == null) {
            return Optional.empty();
        }
        Interval millis = study.time(cell).interval();
        double nanos = NANOS_PER_MILLI / loops;
        Interval time = new Interval(millis.low() * nanos, millis.estimate() * nanos, millis.high() * nanos);
        return file.works().stream()
                .filter(work -> work.strategy().equals(cell.strategy())
                        && Long.valueOf(work.max()).equals(cell.max())
                        && isOfOneThread(work))
                .findFirst()
                .map(work -> new TimedWork(work, loops, time));
    }

    /** Returns whether a study has one thread do the work. Several are counted one after another, and timed side by side. */
    static boolean isOfOneThread(Work work) {
        return !work.strategy().equals(SieveStrategy.PARALLEL.id()) || work.max() < LOWEST_IN_THREADS;
    }
}
