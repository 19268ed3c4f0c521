/**
 * What an emulator writes: the lines of CloudWatch Logs on standard output, and a line of JSON for each call.
 *
 * <p>A function's own output comes through a {@link io.github.eratosthenes.emulator.log.LogTail}, which a {@link
 * io.github.eratosthenes.emulator.log.LogFollower} drains. Lambda's lines come from a {@link
 * io.github.eratosthenes.emulator.log.FunctionLog}. The {@link io.github.eratosthenes.emulator.log.LogWriter} prints both. The
 * {@link io.github.eratosthenes.emulator.log.InvocationLog} is a file of its own. How a call ended, {@link
 * io.github.eratosthenes.emulator.log.Verdict} and {@link io.github.eratosthenes.emulator.log.InvocationReport}, is here
 * because everybody who ends a call writes it down.
 */
@NullMarked
package io.github.eratosthenes.emulator.log;

import org.jspecify.annotations.NullMarked;
