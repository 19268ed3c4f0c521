/**
 * The charts: each is declared as data, and becomes ECharts option JSON and a table of the same figures.
 *
 * <p>{@code StudyCharts}, {@code RatioCharts}, {@code BreakpointCharts}, {@code CostChart} and {@code ExplanationChart} hold
 * the declarations; each makes {@code Drawing}s, which say what lies where, and {@code Option} turns these to JSON.
 */
@NullMarked
package io.github.eratosthenes.page.charts;

import org.jspecify.annotations.NullMarked;
