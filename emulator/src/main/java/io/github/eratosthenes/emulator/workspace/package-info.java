/** The temporary folder of a running emulator, and the removal of what a killed emulator left behind. */
@NullMarked
package io.github.eratosthenes.emulator.workspace;

import org.jspecify.annotations.NullMarked;
