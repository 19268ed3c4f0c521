package io.github.eratosthenes.lambda;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What JVM a function really runs on: the managed runtimes' flags are documented for some versions only, and only a
 * deployed function can tell.
 *
 * @param javaVersion the runtime's version and vendor
 * @param inputArguments the flags that the JVM was started with
 * @param processors how many processors the JVM believes it has
 */
record JvmDiagnosis(String javaVersion, List<String> inputArguments, int processors) {

    static JvmDiagnosis now() {
        return new JvmDiagnosis(
                System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Runtime.getRuntime().availableProcessors());
    }
}
