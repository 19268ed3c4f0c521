/** {@code breakpoints}: where each strategy breaks at each memory size, by memory and by time. */
@NullMarked
package io.github.eratosthenes.benchmarks.breakpoints;

import org.jspecify.annotations.NullMarked;
