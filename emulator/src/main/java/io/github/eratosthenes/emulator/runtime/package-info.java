/**
 * What a function is configured with, and what Lambda's managed Java runtimes make of that: a command line, an environment
 * and files.
 *
 * <p>Nothing here starts a process: {@code function} does.
 */
@NullMarked
package io.github.eratosthenes.emulator.runtime;

import org.jspecify.annotations.NullMarked;
