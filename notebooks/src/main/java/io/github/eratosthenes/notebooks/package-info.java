/**
 * The commands that draw result folders as SVG and as the published site, and run the notebook. Knows no sieve.
 *
 * <p>The charts themselves are those of the module page. {@link io.github.eratosthenes.notebooks.Pictures} draws them in this JVM:
 * Rhino, a JavaScript engine, runs ECharts and the page's {@code charts.js}, so a picture looks like the page in a browser.
 */
@NullMarked
package io.github.eratosthenes.notebooks;

import org.jspecify.annotations.NullMarked;
