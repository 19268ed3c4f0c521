package io.github.eratosthenes.publication.findings.topic;

/**
 * What a statement claims, apart from its figures, so that the same claim can be looked for on another machine.
 *
 * @param question what was asked, such as "bitset / boolean-array at 10⁶, JDK 25, C2"
 * @param answer what the data say, such as a verdict
 */
public record Claim(String question, String answer) {}
