package io.github.eratosthenes.lambda;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, in the order in which it is written.
 *
 * @param durationSeconds the time that all loops took, in seconds
 * @param max the highest number that was sieved
 * @param loops how many times it sieved
 * @param strategy the sieve's id
 * @param primes π(max)
 * @param highest the highest three primes, descending; fewer where there are fewer
 * @param memory the heap after the last loop
 * @param coldStart whether this was the process's first call
 * @param instance a name of the process that answers, so that a client can tell instances apart
 * @param diag the JVM, where it was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
record SieveResponse(
        double durationSeconds,
        long max,
        int loops,
        String strategy,
        long primes,
        long[] highest,
        Memory memory,
        boolean coldStart,
        String instance,
        @Nullable JvmDiagnosis diag) {

    /** Writes it as a JSON object. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("durationSeconds", durationSeconds);
        json.writeNumberField("max", max);
        json.writeNumberField("loops", loops);
        json.writeStringField("strategy", strategy);
        json.writeNumberField("primes", primes);
        json.writeFieldName("highest");
        json.writeArray(highest, 0, highest.length);
        json.writeObjectFieldStart("memory");
        json.writeNumberField("usedMb", memory.usedMb);
        json.writeNumberField("limitMb", memory.limitMb);
        json.writeEndObject();
        json.writeBooleanField("coldStart", coldStart);
        json.writeStringField("instance", instance);
        if (diag != null) {
            diag.write(json);
        }
        json.writeEndObject();
    }

    /**
     * The heap, in megabytes of 2^20 bytes.
     *
     * @param usedMb in use, garbage not yet collected included
     * @param limitMb what the heap may grow to
     */
    record Memory(long usedMb, long limitMb) {

        static Memory now() {
            Runtime runtime = Runtime.getRuntime();
            return new Memory((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
        }
    }
}
