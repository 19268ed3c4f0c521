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
 * The options for the place of result folders and for the machine's name in them.
 *
 * <p>An empty label counts as not given: Maven passes on every property, set or not.
 */
public final class ResultOptions {

    @Option(names = "--results", description = "The directory for result folders; default: ./results.")
    private Path results = Path.of("results");

    @Option(
            names = "--machine",
            description = "The machine's label in result folders; default: its CPU model and number of cores.")
    private String machine = "";

    /** Creates the options; picocli sets them. */
    public ResultOptions() {}

    /** Returns the folder of result folders. */
    public Path results() {
        return results;
    }

    /**
     * Returns the machine's label in a form that suits a folder's name.
     *
     * @throws IllegalArgumentException if the given label cannot be part of a folder's name
     */
    public String machine() {
        return machine.isBlank() ? Machine.current().label() : MachineLabel.of(machine);
    }

    /**
     * Checks, before anything is measured, that a result folder can be made.
     *
     * @throws IOException if the directory for results, or its parent while it does not exist, is a file or is not writable
     * @throws IllegalArgumentException if the machine's label cannot be part of a folder's name
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

    /** Makes the result folder of a run on this machine that begins today, in UTC. */
    public ResultFolder create() throws IOException {
        return ResultFolder.create(results, LocalDate.now(ZoneOffset.UTC), machine());
    }
}
