/**
 * Makes a page of result folders: {@link io.github.eratosthenes.page.ReportPage} for one folder in one file, and
 * {@link io.github.eratosthenes.page.Site} for several. Knows no sieve.
 *
 * <p>A figure goes from a result file to the screen like this: {@link io.github.eratosthenes.page.data.ResultData} reads the folder,
 * {@link io.github.eratosthenes.page.data.Study} finds the cells by JDK, compiler, strategy and max, {@code StudyCharts} declares the
 * charts, {@link io.github.eratosthenes.page.charts.Charts} and {@code Option} make option JSON of them, and {@code charts.js} passes
 * the JSON to ECharts.
 */
@NullMarked
package io.github.eratosthenes.page;

import org.jspecify.annotations.NullMarked;
