/**
 * AWS Lambda and API Gateway on one machine, with Lambda's real limits of memory, processor and time.
 *
 * <p>A {@linkplain io.github.eratosthenes.emulator.Gateway gateway} turns an HTTP request into the event that API
 * Gateway would send, a {@linkplain io.github.eratosthenes.emulator.LambdaFunction function} finds or starts an
 * {@linkplain io.github.eratosthenes.emulator.Instance instance} for it, and the instance, a child JVM that runs the
 * unmodified runtime interface client, fetches it from the {@linkplain io.github.eratosthenes.emulator.RuntimeApi
 * Runtime API}. The package knows nothing of sieves: it runs any Java handler.
 */
@NullMarked
package io.github.eratosthenes.emulator;

import org.jspecify.annotations.NullMarked;
