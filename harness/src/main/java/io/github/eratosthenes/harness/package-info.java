/**
 * Calls an endpoint many times, on AWS or on this machine: {@code breakpoints} finds where each strategy breaks, {@code load}
 * measures the time and the cost of many calls, and {@code calibrate} measures what an emulator needs to match the endpoint.
 *
 * <p>{@code endpoint} sends single calls; {@code breakpoints}, {@code load} and {@code calibration} build on it and know
 * nothing about each other.
 */
@NullMarked
package io.github.eratosthenes.harness;

import org.jspecify.annotations.NullMarked;
