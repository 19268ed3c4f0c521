package io.github.eratosthenes.benchmarks.work.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of a cache, in lines of {@value #LINE_BYTES} bytes.
 *
 * @param bytes all its bytes
 * @param ways how many lines a set holds
 */
public record CacheShape(int bytes, int ways) {

    /** The bytes of a line. */
    public static final int LINE_BYTES = 64;

    private static final int LARGEST = 1 << 30;
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([KM])/(\\d{1,3})");

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the number of sets is not a power of two
     */
    public CacheShape {
        int sets = ways < 1 ? 0 : bytes / LINE_BYTES / ways;
        if (bytes > LARGEST || sets < 1 || Integer.bitCount(sets) != 1 || sets * ways * LINE_BYTES != bytes) {
            throw new IllegalArgumentException("a cache of " + bytes + " bytes and " + ways
                    + " ways does not have a power of two sets of " + LINE_BYTES + "-byte lines, 1 GiB at most");
        }
    }

    /**
     * Parses bytes and ways, such as {@code 32K/8} or {@code 1M/16}.
     *
     * @throws IllegalArgumentException if the text is not such a shape
     */
    public static CacheShape parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("cache '" + text + "' is not bytes/ways such as 32K/8 or 1M/16");
        }
        long bytes = Long.parseLong(matcher.group(1)) << (matcher.group(2).equals("K") ? 10 : 20);
        return new CacheShape((int) Math.min(bytes, Integer.MAX_VALUE), Integer.parseInt(matcher.group(3)));
    }

    /** Returns how many sets there are. */
    public int sets() {
        return bytes / LINE_BYTES / ways;
    }

    @Override
    public String toString() {
        return (bytes >> 10) + "K/" + ways;
    }
}
