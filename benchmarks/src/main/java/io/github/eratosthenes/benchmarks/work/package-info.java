/**
 * Counts what each sieve does: the array accesses and branches of its code, and how many of them
 * a processor's caches and branch predictor would miss.
 *
 * <p>{@code WorkCommand} starts a JVM for each strategy and size ({@code SieveCounter}), with an agent ({@code WorkAgent}) that
 * rewrites the sieves' classes and {@link java.util.BitSet} as they are loaded ({@code AccessRewriter}) so that they call
 * {@code trace}. The counts go to work.json, and {@code CostModel} explains the times of a study by them.
 */
@NullMarked
package io.github.eratosthenes.benchmarks.work;

import org.jspecify.annotations.NullMarked;
