/** Result folders: what is in them, read and written. Depends on no benchmark and no sieve. */
@NullMarked
package io.github.eratosthenes.results.files;

import org.jspecify.annotations.NullMarked;
