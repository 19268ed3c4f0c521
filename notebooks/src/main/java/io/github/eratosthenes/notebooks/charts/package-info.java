/** The charts: each turns a result folder into ECharts option JSON and a table of the same figures. */
@NullMarked
package io.github.eratosthenes.notebooks.charts;

import org.jspecify.annotations.NullMarked;
