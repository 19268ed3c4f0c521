/**
 * Lambda: functions, their instances, and the runtime that an instance runs.
 *
 * <p>A {@link io.github.eratosthenes.emulator.function.LambdaFunction} gives each {@link
 * io.github.eratosthenes.emulator.function.Invocation} to one of its instances or starts another one. The runtime in an
 * instance fetches the event from the {@link io.github.eratosthenes.emulator.function.RuntimeApi} and posts its answer there.
 */
@NullMarked
package io.github.eratosthenes.emulator.function;

import org.jspecify.annotations.NullMarked;
