package io.github.eratosthenes.harness.breakpoints;

import io.github.eratosthenes.core.SieveStrategy;
import io.github.eratosthenes.results.files.BreakpointsFile.Breakpoint;
import io.github.eratosthenes.results.files.BreakpointsFile.Kind;
import io.github.eratosthenes.results.files.BreakpointsFile.Outcome;

/**
 * An edge to look for, or to look at again.
 *
 * @param strategy the strategy
 * @param memoryMegabytes the function's memory size
 * @param kind what is raised
 * @param recheck 0 for the search itself, and from 1 on which check of what it found
 */
record Planned(SieveStrategy strategy, int memoryMegabytes, Kind kind, int recheck) {

    private static final double MEGABYTES_PER_PROCESSOR = 1769;

    /** Plans the search itself, without a check. */
    Planned(SieveStrategy strategy, int memoryMegabytes, Kind kind) {
        this(strategy, memoryMegabytes, kind, 0);
    }

    /** Returns a check of what this search found. */
    Planned again(int number) {
        return new Planned(strategy, memoryMegabytes, kind, number);
    }

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

    /** Returns whether a breakpoint is of this edge, and has been checked as often as this says. */
    boolean isMade(Breakpoint breakpoint) {
        return is(breakpoint) && breakpoint.outcome() != Outcome.STOPPED_BY_BUDGET && breakpoint.rechecks() >= recheck;
    }

    @Override
    public String toString() {
        return strategy.id() + " at " + memoryMegabytes + " MB, " + (kind == Kind.MEMORY ? "max" : "loops")
                + (recheck == 0 ? "" : ", check " + recheck);
    }
}
