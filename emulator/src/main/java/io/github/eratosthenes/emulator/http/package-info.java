/** The set-up that the two HTTP servers of an emulator share: the gateway's and the Runtime API's. */
@NullMarked
package io.github.eratosthenes.emulator.http;

import org.jspecify.annotations.NullMarked;
