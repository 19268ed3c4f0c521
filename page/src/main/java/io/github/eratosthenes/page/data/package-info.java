/** Reads a result folder, and finds its measurements by JDK, compiler, strategy and max. Knows no chart. */
@NullMarked
package io.github.eratosthenes.page.data;

import org.jspecify.annotations.NullMarked;
