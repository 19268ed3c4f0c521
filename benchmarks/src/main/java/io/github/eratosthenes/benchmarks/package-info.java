/**
 * The JMH benchmarks and the commands around them.
 *
 * <p>{@link io.github.eratosthenes.benchmarks.BenchmarksMain} dispatches; without a command of ours it is JMH's own main
 * class. {@code study} runs the benchmarks in interleaved rounds, {@code results} reads and writes result folders,
 * {@code statistics} knows numbers only.
 */
@NullMarked
package io.github.eratosthenes.benchmarks;

import org.jspecify.annotations.NullMarked;
