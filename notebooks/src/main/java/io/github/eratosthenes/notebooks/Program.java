package io.github.eratosthenes.notebooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A program of the machine.
 *
 * @param name its file's name, to be found on the path
 * @param advice how to install it
 */
record Program(String name, String advice) {

    static final Program JUPYTER =
            new Program("jupyter-nbconvert", "install it, such as apt-get install jupyter-nbconvert");

    /**
     * Runs the program to its end and returns what it printed.
     *
     * @throws MissingToolException if it is not installed
     * @throws IOException if it ends with an error; the message has what it printed
     */
    String run(Path folder, Map<String, String> environment, List<String> arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(name).directory(folder.toFile()).redirectErrorStream(true);
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        Process process = start(builder);
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IOException(name + " ended with status " + status + ":\n" + output.strip());
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(name + " was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private Process start(ProcessBuilder builder) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new MissingToolException("'" + name + "' is needed and not installed: " + advice, e);
        }
    }
}
