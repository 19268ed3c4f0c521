/** Writes and reads result folders and their files. Depends on no benchmark and no sieve. */
@NullMarked
package io.github.eratosthenes.results.files;

import org.jspecify.annotations.NullMarked;
