/**
 * Prime sieves behind one interface.
 *
 * <p>{@link io.github.eratosthenes.core.SieveStrategy} lists every sieve; {@link io.github.eratosthenes.core.Sieve} is
 * what each of them does and {@link io.github.eratosthenes.core.Primes} what it answers with.
 */
@NullMarked
package io.github.eratosthenes.core;

import org.jspecify.annotations.NullMarked;
