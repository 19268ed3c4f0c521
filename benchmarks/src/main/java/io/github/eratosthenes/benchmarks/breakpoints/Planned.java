package io.github.eratosthenes.benchmarks.breakpoints;

import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.benchmarks.results.BreakpointsFile.Kind;
import io.github.eratosthenes.core.SieveStrategy;

/**
 * An edge to look for.
 *
 * @param strategy the strategy
 * @param memoryMegabytes the function's memory size
 * @param kind what is raised
 */
record Planned(SieveStrategy strategy, int memoryMegabytes, Kind kind) {

    private static final double MEGABYTES_PER_PROCESSOR = 1769;

    /** Returns the share of a processor that Lambda gives the function. */
    double processors() {
        return memoryMegabytes / MEGABYTES_PER_PROCESSOR;
    }

    /** Returns whether a breakpoint is this edge. */
    boolean is(Breakpoint breakpoint) {
        return breakpoint.strategy().equals(strategy.id())
                && breakpoint.memoryMegabytes() == memoryMegabytes
                && breakpoint.kind() == kind;
    }

    @Override
    public String toString() {
        return strategy.id() + " at " + memoryMegabytes + " MB, " + (kind == Kind.MEMORY ? "max" : "loops");
    }
}
