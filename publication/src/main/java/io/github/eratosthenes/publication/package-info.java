/** The command that measures everything that is published, in one folder, and the sentences computed from that folder. */
@NullMarked
package io.github.eratosthenes.publication;

import org.jspecify.annotations.NullMarked;
