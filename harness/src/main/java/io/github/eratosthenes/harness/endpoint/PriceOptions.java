package io.github.eratosthenes.harness.endpoint;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which prices count. */
public final class PriceOptions {

    private static final String X86 = "x86_64";

    @Option(names = "--region", description = "The region whose prices count; default us-east-1.")
    private String region = "us-east-1";

    @Option(
            names = "--architecture",
            description = "x86_64 or arm64, for the prices; default what the functions say they run on, else x86_64.")
    private String architecture = "";

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
     * @param deployed the functions' architecture; null where they do not tell
     * @throws IllegalArgumentException if the list has none of the region and the architecture
     */
    public PriceList.Region of(PriceList list, @Nullable String deployed) {
        return list.of(region, architecture.isBlank() ? Objects.requireNonNullElse(deployed, X86) : architecture);
    }
}
