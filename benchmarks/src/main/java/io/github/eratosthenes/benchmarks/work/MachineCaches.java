package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The level 1 data cache and the level 2 cache of this machine's first core, as Linux describes them.
 *
 * @param root the root of the file system; another one in tests
 */
record MachineCaches(Path root) {

    /** Typical caches, which many processors have. */
    static final CacheShape TYPICAL_LEVEL_1 = new CacheShape(32 << 10, 8);

    static final CacheShape TYPICAL_LEVEL_2 = new CacheShape(1 << 20, 16);

    private static final int MOST_CACHES = 8;

    /** Returns the level 1 data cache, or a typical one if this machine's is unknown or cannot be modelled. */
    CacheShape level1() {
        return find("1Data", TYPICAL_LEVEL_1);
    }

    /** Returns the level 2 cache, or a typical one in the same cases. */
    CacheShape level2() {
        return find("2Unified", TYPICAL_LEVEL_2);
    }

    private CacheShape find(String kind, CacheShape typical) {
        for (int i = 0; i < MOST_CACHES; i++) {
            Path cache = root.resolve("sys/devices/system/cpu/cpu0/cache/index" + i);
            try {
                if (kind.equals(text(cache, "level") + text(cache, "type"))) {
                    return CacheShape.parse(text(cache, "size") + "/" + text(cache, "ways_of_associativity"));
                }
            } catch (IOException | IllegalArgumentException e) {
                return typical;
            }
        }
        return typical;
    }

    private static String text(Path cache, String file) throws IOException {
        return Files.readString(cache.resolve(file)).strip();
    }
}
