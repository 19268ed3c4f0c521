package io.github.eratosthenes.harness.endpoint;

import java.io.IOException;
import picocli.CommandLine.Option;

/** The options that say which prices count. */
public final class PriceOptions {

    @Option(names = "--region", description = "The region whose prices count; default us-east-1.")
    private String region = "us-east-1";

    @Option(names = "--architecture", description = "x86_64 (the default) or arm64, for the prices.")
    private String architecture = "x86_64";

    @Option(names = "--prices", description = "A price list in place of the one that comes with this program.")
    private String prices = "";

    /** For picocli. */
    public PriceOptions() {}

    /** Reads the price list. */
    public PriceList list() throws IOException {
        return PriceList.read(prices);
    }

    /**
     * Returns the prices of a list that count.
     *
     * @throws IllegalArgumentException if the list has none of the region and the architecture
     */
    public PriceList.Region of(PriceList list) {
        return list.of(region, architecture);
    }
}
