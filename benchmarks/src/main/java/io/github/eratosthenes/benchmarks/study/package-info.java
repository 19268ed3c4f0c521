/**
 * Plans the cells of a study, runs them in interleaved rounds, and reports.
 *
 * <p>In the order in which data flows: {@code StudyCommand} reads the options into {@code StudySettings}, {@code StudyPlan}
 * asks a {@code Probe} about each {@code Workload}, {@code Study} runs each {@code PlannedCell} in a {@code Batch} of {@code
 * ForkRunner}s, round after round, {@code Gate} decides which forks are repeated, and {@code Rounds} writes the results.
 */
// More than twenty classes, for one reason: the plan, the probe and the rounds share their records, which nobody else
// should see.
@NullMarked
package io.github.eratosthenes.benchmarks.study;

import org.jspecify.annotations.NullMarked;
