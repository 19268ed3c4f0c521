/**
 * The charts: each is declared as data, and becomes ECharts option JSON and a table of the same figures.
 *
 * <p>{@code StudyCharts}, {@code RatioCharts}, {@code BreakpointCharts}, {@code CostChart} and {@code ExplanationChart} hold
 * the declarations; each makes {@code Drawing}s, which have the place of every mark, and {@code Option} turns drawings into JSON.
 */
@NullMarked
package io.github.eratosthenes.page.charts;

import org.jspecify.annotations.NullMarked;
