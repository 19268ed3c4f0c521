/** Calls to the sieves behind an API Gateway, local or real, and their outcomes. */
@NullMarked
package io.github.eratosthenes.harness.endpoint;

import org.jspecify.annotations.NullMarked;
