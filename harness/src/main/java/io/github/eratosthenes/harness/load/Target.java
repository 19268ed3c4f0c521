package io.github.eratosthenes.harness.load;

import java.net.URI;

/**
 * A function that is called.
 *
 * @param strategy the strategy's id
 * @param memoryMegabytes the memory size
 * @param function the address
 */
record Target(String strategy, int memoryMegabytes, URI function) {}
