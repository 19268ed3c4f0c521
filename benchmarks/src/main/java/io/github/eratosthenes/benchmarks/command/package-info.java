/** What the commands of benchmarks.jar share: how they fail, and the options that say where results go. */
@NullMarked
package io.github.eratosthenes.benchmarks.command;

import org.jspecify.annotations.NullMarked;
