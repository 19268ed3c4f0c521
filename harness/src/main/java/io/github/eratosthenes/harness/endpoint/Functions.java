package io.github.eratosthenes.harness.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.eratosthenes.results.files.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The functions' addresses by memory size.
 *
 * @param template the address with {@code {memory}} for the memory size, or the file's name where they are from one
 * @param addresses the addresses by memory size in megabytes, ascending
 */
public record Functions(String template, SortedMap<Integer, URI> addresses) {

    private static final String PLACE = "{memory}";
    private static final int LEAST_MEMORY = 128;
    private static final int MOST_MEMORY = 10240;

    /**
     * Returns the functions of an address that contains {@code {memory}}.
     *
     * @throws IllegalArgumentException if it has not, or is no HTTP address, or a memory size is not 128 to 10240
     */
    public static Functions of(String template, List<Integer> memoryMegabytes) {
        if (!template.contains(PLACE) && memoryMegabytes.size() > 1) {
            throw new IllegalArgumentException("the endpoint " + template + " has no " + PLACE + " in it, which "
                    + memoryMegabytes.size() + " memory sizes need");
        }
        SortedMap<Integer, URI> addresses = new TreeMap<>();
        memoryMegabytes.forEach(
                memory -> addresses.put(checkMemory(memory), address(template.replace(PLACE, "" + memory))));
        return new Functions(template, addresses);
    }

    /**
     * Reads a configuration of lambda-cpu-cost: {@code {"functions": {"128": "https://…", …}}}.
     *
     * @throws IOException if the file cannot be read or has no functions
     * @throws IllegalArgumentException if an address is no HTTP address, or a memory size is not 128 to 10240
     */
    public static Functions read(Path config) throws IOException {
        JsonNode functions = JsonFile.readTree(config).path("functions");
        if (!functions.isObject() || functions.isEmpty()) {
            throw new IOException(config + " has no \"functions\" with an address for each memory size");
        }
        SortedMap<Integer, URI> addresses = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : functions.properties()) {
            int memory = memory(entry.getKey());
            if (addresses.put(memory, address(entry.getValue().asText())) != null) {
                throw new IOException(config + " has the memory size " + memory + " twice");
            }
        }
        return new Functions(config.getFileName().toString(), addresses);
    }

    private static int memory(String text) {
        try {
            return checkMemory(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the memory size " + text + " is not a whole number", e);
        }
    }

    /**
     * Returns the memory size.
     *
     * @throws IllegalArgumentException if it is not 128 to 10240
     */
    static int checkMemory(int memory) {
        if (memory < LEAST_MEMORY || memory > MOST_MEMORY) {
            throw new IllegalArgumentException(
                    "the memory size " + memory + " is not " + LEAST_MEMORY + " to " + MOST_MEMORY);
        }
        return memory;
    }

    private static URI address(String text) {
        try {
            URI address = new URI(text.strip());
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the endpoint " + text + " is not an address: " + e.getReason(), e);
        }
        throw new IllegalArgumentException("the endpoint " + text + " is not an address such as https://host/path");
    }

    /** Returns the address of a memory size. */
    public URI address(int memoryMegabytes) {
        URI address = addresses.get(memoryMegabytes);
        if (address == null) {
            throw new IllegalArgumentException("there is no function of " + memoryMegabytes + " MB");
        }
        return address;
    }

    /** Returns the memory sizes, ascending. */
    public List<Integer> memoryMegabytes() {
        return List.copyOf(addresses.keySet());
    }
}
