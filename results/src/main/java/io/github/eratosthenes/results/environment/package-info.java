/** Records the machine, the JVMs and the commit behind a result. */
@NullMarked
package io.github.eratosthenes.results.environment;

import org.jspecify.annotations.NullMarked;
