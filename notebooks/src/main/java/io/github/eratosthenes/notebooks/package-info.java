/** Result folders as charts: read, drawn as SVG, and laid out as a static page. Knows no sieve. */
@NullMarked
package io.github.eratosthenes.notebooks;

import org.jspecify.annotations.NullMarked;
