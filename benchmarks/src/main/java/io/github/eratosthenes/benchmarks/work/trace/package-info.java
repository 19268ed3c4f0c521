/**
 * What rewritten code calls: counters, and models of caches and of a branch predictor. Its classes go to the bootstrap class loader, where {@link
 * java.util.BitSet} can see them, so they use the JDK only.
 */
@NullMarked
package io.github.eratosthenes.benchmarks.work.trace;

import org.jspecify.annotations.NullMarked;
