/**
 * What is counted, without Spark: {@link io.github.eratosthenes.cluster.ranges.RangeCutter} cuts a {@link
 * io.github.eratosthenes.cluster.ranges.Range} into tasks that take about equal time by the {@link
 * io.github.eratosthenes.cluster.ranges.CostModel}, {@link io.github.eratosthenes.cluster.ranges.Tally} adds the counts up,
 * and {@link io.github.eratosthenes.cluster.ranges.ResultsFile} keeps them.
 */
@NullMarked
package io.github.eratosthenes.cluster.ranges;

import org.jspecify.annotations.NullMarked;
