/** Makes tables and checks for people from a result folder. Knows no benchmark and no sieve. */
@NullMarked
package io.github.eratosthenes.benchmarks.report;

import org.jspecify.annotations.NullMarked;
