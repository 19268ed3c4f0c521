/**
 * The sieves behind API Gateway on AWS Lambda.
 *
 * <p>A request's way: event → {@link io.github.eratosthenes.lambda.SieveRequest} → strategy → primes → {@link
 * io.github.eratosthenes.lambda.SieveResponse} → proxy response. {@link
 * io.github.eratosthenes.lambda.EratosthenesHandler} walks it.
 */
@NullMarked
package io.github.eratosthenes.lambda;

import org.jspecify.annotations.NullMarked;
