package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.runtime.Machine;
import io.github.eratosthenes.emulator.runtime.RuntimeVersion;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the machine that the emulator imitates; each overrides the figure of a calibration. */
final class MachineOptions {
    @Option(
            names = "--reserved-mb",
            paramLabel = "MB",
            description =
                    "The reserved memory: a real function's machine holds more than its JVM, so the emulator holds back"
                            + " this part of each memory size (default: an estimate from public figures, 59 for java17,"
                            + " 63 for java21, 55 for java25).")
    private @Nullable Integer reservedMb;

    @Option(
            names = "--mb-per-cpu",
            paramLabel = "MB",
            description = "The memory size that buys one whole processor (default: 1769).")
    private @Nullable Double megabytesPerCpu;

    @Option(
            names = "--network-ms",
            paramLabel = "MILLIS",
            description = "The time that each call needs to reach the gateway and return (default: 0).")
    private @Nullable Integer networkMillis;

    @Option(
            names = "--calibration",
            paramLabel = "FILE",
            description = "A calibration.json with these three, as ./mvnw -Pcalibrate measures them on an endpoint"
                    + " (default: none).")
    private @Nullable Path calibration;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /**
     * Returns the machine.
     *
     * @param version the runtime, whose memory outside the JVM counts where nothing else is said
     * @throws ParameterException if a figure is out of its bounds; the message has the value and the bounds
     */
    Machine machine(RuntimeVersion version) {
        try {
            Machine base = calibration == null ? Machine.of(version.reservedMb()) : Machine.read(calibration);
            return new Machine(
                    reservedMb == null ? base.reservedMb() : reservedMb,
                    megabytesPerCpu == null ? base.megabytesPerCpu() : megabytesPerCpu,
                    networkMillis == null ? base.networkMillis() : networkMillis,
                    base.calibratedAgainst());
        } catch (IllegalArgumentException e) {
            if (command == null) {
                throw e;
            }
            throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
