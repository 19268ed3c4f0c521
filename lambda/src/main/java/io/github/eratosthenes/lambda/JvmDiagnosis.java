package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What JVM a function really runs on: the managed runtimes' flags are documented for some versions only, and only a
 * deployed function can tell.
 *
 * @param javaVersion the runtime's version and vendor
 * @param inputArguments the flags that the JVM was started with
 * @param processors how many processors the JVM believes it has
 * @param maxHeapBytes what the heap may grow to
 */
record JvmDiagnosis(String javaVersion, List<String> inputArguments, int processors, long maxHeapBytes) {

    static JvmDiagnosis now() {
        return new JvmDiagnosis(
                System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory());
    }

    /** Writes it as the field {@code diag}. */
    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("diag");
        json.writeStringField("javaVersion", javaVersion);
        json.writeArrayFieldStart("inputArguments");
        for (String argument : inputArguments) {
            json.writeString(argument);
        }
        json.writeEndArray();
        json.writeNumberField("processors", processors);
        json.writeNumberField("maxHeapBytes", maxHeapBytes);
        json.writeEndObject();
    }
}
