/**
 * Result folders as charts: read, drawn as SVG, and laid out as a static page. Knows no sieve.
 *
 * <p>A figure's way from a benchmark to a chart: {@code SieveBenchmark} runs in {@code ForkRunner}; {@code Rounds} merges
 * the forks to jmh.json; {@link io.github.eratosthenes.results.files.JmhFile} reads that as {@link
 * io.github.eratosthenes.results.files.Measurement}s, which tell means and ratios; {@link
 * io.github.eratosthenes.notebooks.data.Study} finds them by what was varied; a {@link
 * io.github.eratosthenes.notebooks.charts.ChartDefinition} makes charts of them; {@code charts.js} draws these, for {@link
 * io.github.eratosthenes.notebooks.Pictures} under node and for the page in a browser.
 */
@NullMarked
package io.github.eratosthenes.notebooks;

import org.jspecify.annotations.NullMarked;
