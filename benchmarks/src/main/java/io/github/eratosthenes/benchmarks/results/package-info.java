/** Result folders: what is in them, read and written. Depends on no benchmark and no sieve. */
@NullMarked
package io.github.eratosthenes.benchmarks.results;

import org.jspecify.annotations.NullMarked;
