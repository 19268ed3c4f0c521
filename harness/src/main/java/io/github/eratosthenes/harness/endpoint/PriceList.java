package io.github.eratosthenes.harness.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.eratosthenes.results.files.JsonFile;
import io.github.eratosthenes.results.files.LoadFile.Prices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What AWS charges, from the one data file, prices.json.
 *
 * @param source where the prices are from
 * @param date when they were looked up
 * @param regions the prices of each region and architecture
 */
public record PriceList(String source, String date, List<Region> regions) {

    /**
     * The prices of a region and an architecture, in dollars.
     *
     * @param region the region
     * @param architecture x86_64 or arm64
     * @param dollarsPerRequest for each request to a function
     * @param dollarsPerGigabyteSecond for each GB-second of a function
     * @param dollarsPerRestCall for each call of a REST API
     * @param dollarsPerHttpCall for each call of an HTTP API
     */
    public record Region(
            String region,
            String architecture,
            double dollarsPerRequest,
            double dollarsPerGigabyteSecond,
            double dollarsPerRestCall,
            double dollarsPerHttpCall) {

        /** Returns what the gateway takes for a call. */
        public double dollarsPerGatewayCall(String api) {
            return switch (api) {
                case "http" -> dollarsPerHttpCall;
                case "url" -> 0;
                default -> dollarsPerRestCall;
            };
        }

        /** Returns what a function takes for a call that is billed so long. */
        public double dollars(int memoryMegabytes, double billedSeconds) {
            return dollarsPerRequest + memoryMegabytes / 1024.0 * billedSeconds * dollarsPerGigabyteSecond;
        }
    }

    /** Reads a price list; an empty path means the one that comes with this program. */
    public static PriceList read(String file) throws IOException {
        if (!file.isBlank()) {
            return JsonFile.read(Path.of(file), PriceList.class);
        }
        try (InputStream in =
                Objects.requireNonNull(PriceList.class.getResourceAsStream("prices.json"), "prices.json")) {
            return new ObjectMapper().readValue(in, PriceList.class);
        }
    }

    /**
     * Returns the prices of a region and an architecture.
     *
     * @throws IllegalArgumentException if the list has none; the message says which it has
     */
    public Region of(String region, String architecture) {
        return regions.stream()
                .filter(entry ->
                        entry.region().equals(region) && entry.architecture().equals(architecture))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no prices of " + region + " " + architecture
                        + "; there are those of "
                        + regions.stream()
                                .map(entry -> entry.region() + " " + entry.architecture())
                                .collect(Collectors.joining(", "))));
    }

    /** Returns the prices, with those of a kind of API, as results carry them. */
    public Prices record(Region region, String api) {
        return new Prices(
                region.region(),
                region.architecture(),
                region.dollarsPerRequest(),
                region.dollarsPerGigabyteSecond(),
                region.dollarsPerGatewayCall(api),
                source,
                date);
    }
}
