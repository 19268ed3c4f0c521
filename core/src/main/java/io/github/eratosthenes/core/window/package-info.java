/**
 * Finds the primes of a window in the way that costs less for its width and height: {@link
 * io.github.eratosthenes.core.window.WindowPrimes} chooses between {@link io.github.eratosthenes.core.window.NarrowWindow},
 * which tests, and {@link io.github.eratosthenes.core.segment}, which sieves.
 */
@NullMarked
package io.github.eratosthenes.core.window;

import org.jspecify.annotations.NullMarked;
