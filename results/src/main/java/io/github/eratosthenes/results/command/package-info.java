/** What the command lines of the project share: how they fail, and the options that say where results go. */
@NullMarked
package io.github.eratosthenes.results.command;

import org.jspecify.annotations.NullMarked;
