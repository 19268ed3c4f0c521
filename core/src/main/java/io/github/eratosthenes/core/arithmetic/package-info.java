/**
 * What arithmetic alone tells: whether one number is prime, about how many primes there are below it, its whole square root,
 * and the bytes of an array.
 */
@NullMarked
package io.github.eratosthenes.core.arithmetic;

import org.jspecify.annotations.NullMarked;
