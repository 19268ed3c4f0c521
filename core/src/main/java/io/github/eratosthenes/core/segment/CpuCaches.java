package io.github.eratosthenes.core.segment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cache sizes of one processor core.
 *
 * @param level1DataBytes bytes of the level 1 data cache
 * @param level2Bytes bytes of the level 2 cache
 */
public record CpuCaches(int level1DataBytes, int level2Bytes) {

    /** Chosen: most processors of the last ten years have at least these sizes. */
    public static final CpuCaches TYPICAL = new CpuCaches(32 << 10, 512 << 10);

    /** The size that a larger cache is reduced to; no sieve uses more. */
    private static final int LARGEST = 1 << 30;

    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,4})([KM])");

    /**
     * Returns this machine's caches, as Linux reports them. They are read once, and each size that cannot be read is replaced
     * by that of {@link #TYPICAL}.
     */
    static CpuCaches ofThisMachine() {
        return ThisMachine.CACHES;
    }

    /** Reads the caches from a folder in the layout of Linux: index0 … index4, each with level, type and size. */
    static CpuCaches read(Path folder) {
        int level1 = TYPICAL.level1DataBytes;
        int level2 = TYPICAL.level2Bytes;
        for (int i = 0; i < 5; i++) {
            Path index = folder.resolve("index" + i);
            String kind = text(index.resolve("level")) + text(index.resolve("type"));
            Matcher size = SIZE.matcher(text(index.resolve("size")));
            if (size.matches()) {
                int bytes = bytes(size.group(1), size.group(2));
                switch (kind) {
                    case "1Data" -> level1 = bytes;
                    case "2Unified" -> level2 = bytes;
                    default -> {}
                }
            }
        }
        return new CpuCaches(level1, level2);
    }

    private static int bytes(String number, String unit) {
        return (int) Math.min(Long.parseLong(number) << (unit.equals("K") ? 10 : 20), LARGEST);
    }

    /** Reads the caches at their first use and keeps them. */
    private static final class ThisMachine {

        static final CpuCaches CACHES = read(LINUX);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException | SecurityException e) {
            return "";
        }
    }
}
