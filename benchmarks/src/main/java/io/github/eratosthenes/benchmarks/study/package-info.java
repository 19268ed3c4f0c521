/** Plans the study's cells, runs them in interleaved rounds, and reports. */
@NullMarked
package io.github.eratosthenes.benchmarks.study;

import org.jspecify.annotations.NullMarked;
