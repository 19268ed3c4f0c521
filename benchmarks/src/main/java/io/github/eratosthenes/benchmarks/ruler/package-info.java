/** Fixed work that is timed beside a benchmark's iterations, to show what the machine was doing meanwhile. Knows only JMH. */
@NullMarked
package io.github.eratosthenes.benchmarks.ruler;

import org.jspecify.annotations.NullMarked;
