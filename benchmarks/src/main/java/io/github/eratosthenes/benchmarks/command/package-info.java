/** The command line of benchmarks.jar. */
@NullMarked
package io.github.eratosthenes.benchmarks.command;

import org.jspecify.annotations.NullMarked;
