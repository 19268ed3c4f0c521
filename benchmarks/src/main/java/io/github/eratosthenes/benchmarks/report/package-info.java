/** Tables and checks for people, made from a result folder. Knows no benchmark and no sieve. */
@NullMarked
package io.github.eratosthenes.benchmarks.report;

import org.jspecify.annotations.NullMarked;
