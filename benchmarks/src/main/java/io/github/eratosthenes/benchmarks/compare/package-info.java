/** Compares one result with another. */
@NullMarked
package io.github.eratosthenes.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
