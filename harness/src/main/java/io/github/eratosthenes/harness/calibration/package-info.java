/** {@code calibrate}: measures an endpoint, so that an emulator can match it. */
@NullMarked
package io.github.eratosthenes.harness.calibration;

import org.jspecify.annotations.NullMarked;
