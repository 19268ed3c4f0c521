/** {@code breakpoints}: finds where each strategy breaks at each memory size, by memory and by time. */
@NullMarked
package io.github.eratosthenes.harness.breakpoints;

import org.jspecify.annotations.NullMarked;
