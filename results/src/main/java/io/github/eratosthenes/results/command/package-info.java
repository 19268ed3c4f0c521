/** What the command lines of the project share: failure reports, and the options for the result folder. */
@NullMarked
package io.github.eratosthenes.results.command;

import org.jspecify.annotations.NullMarked;
