package io.github.eratosthenes.emulator.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A managed Java runtime.
 *
 * <p>The memory in use before a handler does anything is AWS's, from the REPORT lines that maxday/lambda-perf publishes of
 * functions that only greet: at 128 MB, August 2026. What a process of the same kind has here was measured with the sieves'
 * function: {@code ./mvnw -Plocal -Dlocal.args="--reserved-mb=0"}, then one call with {@code max=10}, whose REPORT line says
 * 27 MB on JDK 17.0.15 and 31 MB on 25.0.3 (a two-core AMD EPYC virtual machine, 25 November 2026). No JDK 21 was at hand:
 * that of 25 stands in for it. The difference is what the machine of a real function holds beside the JVM. The kernel may be
 * able to take a part of it back, so it is an estimate, and only a calibration can tell.
 */
public enum RuntimeVersion {
    /** Java 17. */
    JAVA17(17, 86, 27),
    /** Java 21. */
    JAVA21(21, 94, 31),
    /** Java 25. */
    JAVA25(25, 86, 31);

    private final int feature;
    private final int usedOnLambdaMb;
    private final int usedHereMb;

    RuntimeVersion(int feature, int usedOnLambdaMb, int usedHereMb) {
        this.feature = feature;
        this.usedOnLambdaMb = usedOnLambdaMb;
        this.usedHereMb = usedHereMb;
    }

    /** Returns its name as AWS has it, such as java25. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the newest runtime that is not newer than a JDK; the oldest for an older one. */
    public static RuntimeVersion ofJdk(int feature) {
        return Arrays.stream(values())
                .filter(version -> version.feature <= feature)
                .reduce((older, newer) -> newer)
                .orElse(JAVA17);
    }

    /**
     * Returns the runtime of a name.
     *
     * @throws IllegalArgumentException if there is none; the message has those that there are
     */
    public static RuntimeVersion of(String id) {
        return Arrays.stream(values())
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is not one of "
                        + Arrays.stream(values()).map(RuntimeVersion::id).collect(Collectors.joining(", "))));
    }

    /** Returns the estimate of what a function's machine holds beside the JVM, in MB. */
    public int reservedMb() {
        return usedOnLambdaMb - usedHereMb;
    }

    /** Returns whether the JVM may use its optimizing compiler: only that of java25, when it starts from a snapshot. */
    boolean usesC2(boolean snapStart) {
        return snapStart && this == JAVA25;
    }
}
