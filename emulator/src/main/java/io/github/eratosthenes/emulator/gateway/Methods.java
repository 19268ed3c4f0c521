package io.github.eratosthenes.emulator.gateway;

import java.util.Set;

/**
 * The HTTP methods that an API has.
 *
 * @param names their names; {@link #ANY} stands for all
 */
public record Methods(Set<String> names) {
    /** What API Gateway calls a method that takes every one. */
    public static final String ANY = "ANY";

    /** Copies the names. */
    public Methods {
        names = Set.copyOf(names);
    }

    /** Returns whether every method is taken. */
    boolean isAny() {
        return names.contains(ANY);
    }

    boolean contain(String method) {
        return isAny() || names.contains(method);
    }
}
