package io.github.eratosthenes.harness.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.results.files.JsonFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures measured on an endpoint: the content of calibration.json, whose first figures the emulator reads.
 *
 * @param endpoint the functions' address
 * @param start when the calibration began, in UTC to the second
 * @param reservedMegabytes the memory that the machine keeps for itself beside the JVM
 * @param megabytesPerProcessor the memory size that buys one whole processor
 * @param networkMillis the time of a call outside the function
 * @param memory where the memory of the smallest function ends
 * @param sizes what each memory size showed
 */
record Calibration(
        String endpoint,
        String start,
        double reservedMegabytes,
        double megabytesPerProcessor,
        double networkMillis,
        Memory memory,
        List<Size> sizes) {

    /**
     * Where memory ends, found with one array of a byte a number.
     *
     * @param memoryMegabytes the function's memory size
     * @param passing the largest array that was had, in bytes
     * @param failing the smallest that was not, in bytes
     * @param verdict how the tries at failing ended
     * @param heapIsTheLimit whether the heap broke first, so that the machine may have more: then reservedMegabytes is the
     *     most that it can be
     */
    record Memory(int memoryMegabytes, long passing, long failing, String verdict, boolean heapIsTheLimit) {}

    /**
     * What one memory size showed.
     *
     * @param memoryMegabytes the memory size
     * @param processorShare the processor time that the function got in a second
     * @param cold whether the first call came to a new instance
     * @param initMillis from the start of the JVM to the first call; null if the first call was not cold
     * @param firstCallMillis the first call without init and network; null if it was not cold
     * @param residentMegabytes the most memory that the process had after the first call; null where it does not tell
     * @param diag all that the function tells of its JVM and its machine
     */
    record Size(
            int memoryMegabytes,
            double processorShare,
            boolean cold,
            @Nullable Double initMillis,
            @Nullable Double firstCallMillis,
            @Nullable Double residentMegabytes,
            JsonNode diag) {}

    /** Writes a calibration.json, atomically. */
    void write(Path file) throws IOException {
        JsonFile.write(file, this);
    }
}
