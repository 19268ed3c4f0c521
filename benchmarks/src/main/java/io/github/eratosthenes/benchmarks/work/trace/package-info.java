/**
 * What rewritten code calls: counters, and a model of two caches. Its classes go to the bootstrap class loader, where {@link
 * java.util.BitSet} can see them, so they use the JDK only.
 */
@NullMarked
package io.github.eratosthenes.benchmarks.work.trace;

import org.jspecify.annotations.NullMarked;
