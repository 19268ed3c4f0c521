/** Sets one result folder against another. */
@NullMarked
package io.github.eratosthenes.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
