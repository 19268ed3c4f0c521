/**
 * API Gateway: turns HTTP requests into events, and what functions return into HTTP answers.
 *
 * <p>A {@link io.github.eratosthenes.emulator.gateway.Gateway} serves one kind of {@link
 * io.github.eratosthenes.emulator.gateway.Api}: a REST API or an HTTP API.
 */
@NullMarked
package io.github.eratosthenes.emulator.gateway;

import org.jspecify.annotations.NullMarked;
