/** Sentences with figures, computed from a publication and written between markers in the project's documents. */
@NullMarked
package io.github.eratosthenes.publication.findings;

import org.jspecify.annotations.NullMarked;
