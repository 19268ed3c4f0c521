package io.github.eratosthenes.benchmarks.study;

import java.util.List;

/** The compiler tier up to which HotSpot compiles. */
enum Tier {
    /** All tiers, up to the optimizing compiler: the JVM's default. */
    C2(List.of()),
    /** Only the quick compiler, as in Lambda's managed Java runtimes. */
    C1(List.of("-XX:TieredStopAtLevel=1"));

    private final List<String> jvmArguments;

    Tier(List<String> jvmArguments) {
        this.jvmArguments = jvmArguments;
    }

    List<String> jvmArguments() {
        return jvmArguments;
    }
}
