/** {@code load}: makes many calls at once, and reports their times and their cost. */
@NullMarked
package io.github.eratosthenes.harness.load;

import org.jspecify.annotations.NullMarked;
