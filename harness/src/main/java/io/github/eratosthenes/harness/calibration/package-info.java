/** {@code calibrate}: measures on an endpoint what only an endpoint can tell, so that an emulator can take after it. */
@NullMarked
package io.github.eratosthenes.harness.calibration;

import org.jspecify.annotations.NullMarked;
