/**
 * AWS Lambda and API Gateway on one machine, with Lambda's real limits of memory, processor and time.
 *
 * <p>A {@linkplain io.github.eratosthenes.emulator.gateway gateway} turns an HTTP request into the event that API Gateway
 * would send. A {@linkplain io.github.eratosthenes.emulator.function function} finds or starts an instance for the event:
 * a child JVM that runs the unmodified runtime interface client. The kernel limits the instance through its {@linkplain
 * io.github.eratosthenes.emulator.cgroup cgroup}. What the function prints and how the call ended go to the {@linkplain
 * io.github.eratosthenes.emulator.log logs}. This package reads the command line and puts the parts together. It knows
 * nothing about sieves: it runs any Java handler.
 *
 * <p>Of the packages below this one, each uses only those before it in this order: {@code http}, {@code cgroup},
 * {@code runtime}, {@code workspace}, {@code log}, {@code function}, {@code gateway}.
 */
@NullMarked
package io.github.eratosthenes.emulator;

import org.jspecify.annotations.NullMarked;
