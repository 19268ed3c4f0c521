/** Fixed work that is timed beside a benchmark's iterations, to show how fast the machine was. Knows only JMH. */
@NullMarked
package io.github.eratosthenes.benchmarks.ruler;

import org.jspecify.annotations.NullMarked;
