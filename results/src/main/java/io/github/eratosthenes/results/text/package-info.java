/** Figures, durations and tables as text. Depends on nothing of this project but {@code statistics}. */
@NullMarked
package io.github.eratosthenes.results.text;

import org.jspecify.annotations.NullMarked;
