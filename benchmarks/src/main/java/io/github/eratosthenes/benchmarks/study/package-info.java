/**
 * Plans the study's cells, runs them in interleaved rounds, and reports.
 *
 * <p>In the order in which data flows: {@code StudyCommand} reads the options into {@code StudySettings}, {@code StudyPlan}
 * asks a {@code Probe} about each {@code Workload}, {@code Study} runs each {@code PlannedCell} by a {@code Batch} of {@code ForkRunner}s, round
 * after round and has the {@code Gate} repeat forks, and {@code Rounds} writes what came of it.
 */
// More than twenty classes, for one reason: the plan, the probe and the rounds share their records, which nobody else
// should see.
@NullMarked
package io.github.eratosthenes.benchmarks.study;

import org.jspecify.annotations.NullMarked;
