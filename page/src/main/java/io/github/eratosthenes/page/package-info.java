/**
 * Result folders as a page: {@link io.github.eratosthenes.page.ReportPage} for one folder in one file, and
 * {@link io.github.eratosthenes.page.Site} for several. Knows no sieve.
 *
 * <p>The way of a figure from a result file to the screen: {@link io.github.eratosthenes.page.data.ResultData} reads the folder,
 * {@link io.github.eratosthenes.page.data.Study} finds the cells by what was varied, {@code StudyCharts} says what a chart shows of
 * them, {@link io.github.eratosthenes.page.charts.Charts} and {@code Option} make option JSON of that, and {@code charts.js} hands
 * the JSON to ECharts.
 */
@NullMarked
package io.github.eratosthenes.page;

import org.jspecify.annotations.NullMarked;
