/**
 * The JMH benchmarks.
 *
 * <p>{@code study} runs them in interleaved rounds and writes a result folder, {@code report} makes tables of a result folder,
 * {@code compare} compares two, and {@code command} is the command line of all three. Without one of these commands, JMH's own
 * command line runs.
 */
@NullMarked
package io.github.eratosthenes.benchmarks;

import org.jspecify.annotations.NullMarked;
