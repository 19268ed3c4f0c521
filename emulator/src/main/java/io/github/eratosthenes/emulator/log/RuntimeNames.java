package io.github.eratosthenes.emulator.log;

/** What a log calls the runtime: names of AWS's form that say that it is not AWS's. */
final class RuntimeNames {
    static final String ARN = "arn:aws:lambda:us-east-1::runtime:emulator";

    private RuntimeNames() {}

    /** Returns the version that a log names, such as java:25.emulator. */
    static String version(String runtime) {
        return runtime.replaceFirst("java", "java:") + ".emulator";
    }
}
