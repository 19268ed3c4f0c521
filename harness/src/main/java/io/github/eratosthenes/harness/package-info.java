/**
 * Calls an endpoint many times, on AWS or on this machine: {@code breakpoints} finds where each strategy breaks, {@code load}
 * what many calls take and cost, and {@code calibrate} what an emulator must be told to take after the endpoint.
 *
 * <p>{@code endpoint} sends single calls; {@code breakpoints}, {@code load} and {@code calibration} build on it and know
 * nothing of each other.
 */
@NullMarked
package io.github.eratosthenes.harness;

import org.jspecify.annotations.NullMarked;
