/**
 * The JMH benchmarks.
 *
 * <p>{@code study} runs them in interleaved rounds and writes a result folder, {@code report} makes tables of one, {@code
 * compare} sets two side by side, and {@code command} is the command line of all three; without a command of ours that is
 * JMH's own.
 */
@NullMarked
package io.github.eratosthenes.benchmarks;

import org.jspecify.annotations.NullMarked;
