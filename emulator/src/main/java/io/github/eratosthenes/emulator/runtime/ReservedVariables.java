package io.github.eratosthenes.emulator.runtime;

import java.util.List;
import java.util.Set;

/**
 * The environment variables that nobody can set for a function, since Lambda does.
 *
 * <p>AWS lists them; the list grows with the runtimes, as by {@code AWS_LAMBDA_MAX_CONCURRENCY}, so every name that begins
 * with {@code AWS_LAMBDA_} is taken for one but those that AWS documents for users.
 *
 * <p>Source: AWS, "Defined runtime environment variables" and "Modifying the runtime environment".
 */
public final class ReservedVariables {
    private static final String PREFIX = "AWS_LAMBDA_";

    private static final Set<String> OTHERS = Set.of(
            "_HANDLER",
            "_X_AMZN_TRACE_ID",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_EXECUTION_ENV",
            "AWS_ACCESS_KEY",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "LAMBDA_TASK_ROOT",
            "LAMBDA_RUNTIME_DIR");

    private static final Set<String> FOR_USERS =
            Set.of(ManagedRuntime.WRAPPER, "AWS_LAMBDA_DISABLE_CVE_2021_44228_PROTECTION");

    private ReservedVariables() {}

    /** Returns those of some names that cannot be set, in alphabetical order. */
    public static List<String> in(Set<String> names) {
        return names.stream()
                .filter(name -> OTHERS.contains(name) || (name.startsWith(PREFIX) && !FOR_USERS.contains(name)))
                .sorted()
                .toList();
    }
}
