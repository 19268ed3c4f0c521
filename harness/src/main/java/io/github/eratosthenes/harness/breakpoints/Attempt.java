package io.github.eratosthenes.harness.breakpoints;

/**
 * The outcome of trying a value.
 *
 * @param passed whether it was answered
 * @param slow whether it failed because time ran out
 * @param seconds how long it took
 * @param verdict how it ended
 */
record Attempt(boolean passed, boolean slow, double seconds, String verdict) {}
