package io.github.eratosthenes.benchmarks.study;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds when an operation's time stops changing.
 *
 * <p>A time may differ from the final time for two reasons: the code is not in its final compiled form yet, or the machine is slow
 * for a while. Only the first is a reason to wait. So a window counts as unsettled if its shortest operation differs from the final
 * level and the compiler was busy afterwards. A change without a compilation comes from the machine. The final level is the
 * shortest operation of the last second.
 */
final class Settling {

    /** A smaller change does not matter; this is the threshold of verdicts. */
    private static final double TOLERANCE = 0.02;

    /** The last windows, which show the final level. */
    private static final long FINAL_MILLIS = 1_000;

    /** A shorter compilation time in a window is ignored: no compilation that changed the time was seen to take less. */
    private static final long LEAST_COMPILE_MILLIS = 3;

    private final List<Window> windows = new ArrayList<>();

    /**
     * A stretch of operations.
     *
     * @param endMillis when it ended, from the start on
     * @param shortestMillis its shortest operation
     * @param compileMillis how long the compiler was busy in it
     */
    record Window(long endMillis, double shortestMillis, long compileMillis) {}

    /** Adds the window that follows. */
    void add(Window window) {
        windows.add(window);
    }

    /** Returns the shortest operation of the last second. */
    double level() {
        long end = windows.get(windows.size() - 1).endMillis();
        return windows.stream()
                .filter(window -> window.endMillis() > end - FINAL_MILLIS)
                .mapToDouble(Window::shortestMillis)
                .min()
                .orElse(Double.NaN);
    }

    /** Returns when the last compilation that changed the time ended, 0 if none did; empty if one may still come. */
    OptionalLong settledMillis() {
        double level = level();
        long settled = 0;
        for (int place = windows.size() - 1; place >= 0 && settled == 0; place--) {
            if (isOff(windows.get(place), level)) {
                settled = endOfCompilationFrom(place);
            }
        }
        long end = windows.get(windows.size() - 1).endMillis();
        return end - settled >= FINAL_MILLIS ? OptionalLong.of(settled) : OptionalLong.empty();
    }

    private static boolean isOff(Window window, double level) {
        return Math.abs(Math.log(window.shortestMillis() / level)) > Math.log1p(TOLERANCE);
    }

    /** Returns the end of the first window, from a place on, in which the compiler was busy; 0 if there is none. */
    private long endOfCompilationFrom(int place) {
        return windows.stream()
                .skip(place)
                .filter(window -> window.compileMillis() >= LEAST_COMPILE_MILLIS)
                .mapToLong(Window::endMillis)
                .findFirst()
                .orElse(0);
    }
}
