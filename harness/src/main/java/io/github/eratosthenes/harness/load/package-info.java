/** {@code load}: many calls at once, their times and their cost. */
@NullMarked
package io.github.eratosthenes.harness.load;

import org.jspecify.annotations.NullMarked;
