/**
 * Arithmetic without a sieve: tests a single number, estimates the number of primes below it, and computes integer square
 * roots and the bytes of an array.
 */
@NullMarked
package io.github.eratosthenes.core.arithmetic;

import org.jspecify.annotations.NullMarked;
