/** Runs a publication: its parts, their plan, and the commands that measure them, each in a process of its own. */
@NullMarked
package io.github.eratosthenes.publication.run;

import org.jspecify.annotations.NullMarked;
