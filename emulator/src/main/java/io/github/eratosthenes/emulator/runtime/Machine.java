package io.github.eratosthenes.emulator.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The figures of the functions' machine that the emulator imitates.
 *
 * @param reservedMb the reserved memory: the part of each memory size that the machine holds beside the JVM
 * @param megabytesPerCpu the memory size that buys one whole processor
 * @param networkMillis the time that each call takes on its way to the gateway and back
 * @param calibratedAgainst the endpoint that these figures were measured on; empty if they were not
 */
public record Machine(int reservedMb, double megabytesPerCpu, int networkMillis, String calibratedAgainst) {
    private static final int MOST_RESERVED = Limits.MOST_MEMORY_MB;
    private static final double LEAST_PER_CPU = 100;
    private static final double MOST_PER_CPU = 100_000;
    private static final int MOST_NETWORK_MILLIS = 10_000;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException if one is out of its bounds; the message has both
     */
    public Machine {
        require("reserved MB", reservedMb, 0, MOST_RESERVED);
        require("megabytes for a processor", megabytesPerCpu, LEAST_PER_CPU, MOST_PER_CPU);
        require("network milliseconds", networkMillis, 0, MOST_NETWORK_MILLIS);
        calibratedAgainst = calibratedAgainst.replaceAll("[^ -~]", "?"); // it goes into a header
    }

    private static void require(String name, double value, double lowest, double highest) {
        if (!(value >= lowest && value <= highest)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " is not " + Math.round(lowest) + " to " + Math.round(highest));
        }
    }

    /** Returns Lambda's machine as it is known without a calibration. */
    public static Machine of(int reservedMb) {
        return new Machine(reservedMb, Limits.MEGABYTES_PER_CPU, 0, "");
    }

    /**
     * Reads the machine out of a calibration.json.
     *
     * @throws IllegalArgumentException if the file has not all of the figures, or one is out of its bounds
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Machine read(Path calibration) {
        JsonNode json;
        try {
            json = new ObjectMapper().readTree(calibration.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the calibration " + calibration, e);
        }
        try {
            return new Machine(
                    (int) Math.round(number(json, "reservedMegabytes")),
                    number(json, "megabytesPerProcessor"),
                    (int) Math.round(number(json, "networkMillis")),
                    json.path("endpoint").asText());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(calibration + " is not a calibration: " + e.getMessage(), e);
        }
    }

    private static double number(JsonNode json, String name) {
        JsonNode value = json.path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(name + " is " + value + ", not a number");
        }
        return value.asDouble();
    }
}
