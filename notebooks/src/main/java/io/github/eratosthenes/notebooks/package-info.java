/**
 * The commands that draw result folders: as SVG, as a static page, and in a notebook. Knows no sieve.
 *
 * <p>The way of a figure from a result file to a picture: {@link io.github.eratosthenes.notebooks.data.ResultData} reads
 * the folder, {@link io.github.eratosthenes.notebooks.data.Study} finds the cells by what was varied, {@code StudyCharts}
 * says what a chart shows of them, {@link io.github.eratosthenes.notebooks.charts.Charts} and {@code Option} make option
 * JSON of that, and {@link io.github.eratosthenes.notebooks.Pictures} has node run {@code render.mjs}, which draws the
 * option with {@code charts.js}. The page hands the same JSON to the same {@code charts.js} in a browser.
 */
@NullMarked
package io.github.eratosthenes.notebooks;

import org.jspecify.annotations.NullMarked;
