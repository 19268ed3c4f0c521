package io.github.eratosthenes.results.command;

import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.files.ResultFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/**
 * The options that say where result folders go and what they call the machine.
 *
 * <p>An empty label counts as not given: Maven passes on every property, set or not.
 */
public final class ResultOptions {

    @Option(names = "--results", description = "Where result folders go; default ./results.")
    private Path results = Path.of("results");

    @Option(names = "--machine", description = "The machine's label; default its CPU and cores.")
    private String machine = "";

    /** For picocli. */
    public ResultOptions() {}

    /** Returns the folder of result folders. */
    public Path results() {
        return results;
    }

    /**
     * Returns the machine's label, fit for the name of a folder.
     *
     * @throws IllegalArgumentException if the label that was given is not
     */
    public String machine() {
        return machine.isBlank() ? Machine.current().label() : MachineLabel.of(machine);
    }

    /**
     * Checks, before anything is measured, that a result folder can be made.
     *
     * @throws IOException if the results folder, or the folder it is to be made in, is a file or cannot be written to
     * @throws IllegalArgumentException if the machine's label is not fit for the name of a folder
     */
    public void check() throws IOException {
        Path label = Path.of(machine());
        Path folder = results.resolve(label).toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException("--results " + results + " cannot be used: " + folder + " is not a folder");
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new IOException("--results " + results + " cannot be used: " + folder + " cannot be written to");
        }
    }

    /** Makes the result folder of a run of this machine that begins today, in UTC. */
    public ResultFolder create() throws IOException {
        return ResultFolder.create(results, LocalDate.now(ZoneOffset.UTC), machine());
    }
}
