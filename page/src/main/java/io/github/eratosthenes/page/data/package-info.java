/** A result folder once it is read: the parts that it has, found by what was varied. Knows no chart. */
@NullMarked
package io.github.eratosthenes.page.data;

import org.jspecify.annotations.NullMarked;
