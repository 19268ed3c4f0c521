/**
 * Calls an endpoint many times, on AWS or on this machine: {@code breakpoints} finds where each strategy breaks, {@code load}
 * what many calls take and cost.
 *
 * <p>{@code endpoint} sends single calls; {@code breakpoints} and {@code load} build on it and know nothing of each other.
 */
@NullMarked
package io.github.eratosthenes.harness;

import org.jspecify.annotations.NullMarked;
