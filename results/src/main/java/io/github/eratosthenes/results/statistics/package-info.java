/** Intervals, ratios and verdicts over rounds. Depends on nothing of this project. */
@NullMarked
package io.github.eratosthenes.results.statistics;

import org.jspecify.annotations.NullMarked;
