/** The record of the machine, the JVMs and the commit that a result came from. */
@NullMarked
package io.github.eratosthenes.results.environment;

import org.jspecify.annotations.NullMarked;
