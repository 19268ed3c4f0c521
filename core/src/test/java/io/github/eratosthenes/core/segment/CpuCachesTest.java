package io.github.eratosthenes.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CpuCachesTest {

    @Test
    void readsTheFilesOfLinux(@TempDir Path folder) throws IOException {
        write(folder.resolve("index0"), "1", "Data", "48K");
        write(folder.resolve("index1"), "1", "Instruction", "64K");
        write(folder.resolve("index2"), "2", "Unified", "2M");
        write(folder.resolve("index3"), "3", "Unified", "260M");
        CpuCaches caches = CpuCaches.read(folder);
        assertThat(caches).isEqualTo(new CpuCaches(48 << 10, 2 << 20));
        assertThat(SegmentSizes.of(caches)).isEqualTo(new SegmentSizes(1 << 20, 1 << 22, 36 << 10));
    }

    /** Tries many sizes. 9999M is beyond an int, and 4096M is 2^32. */
    @Test
    void aCacheOfAnySizeMakesSizesThatSieveRight(@TempDir Path folder) throws IOException {
        for (String size : new String[] {"0K", "1K", "3K", "9999K", "1024M", "2048M", "4096M", "9999M"}) {
            Path index = folder.resolve(size);
            Files.createDirectory(index);
            write(index.resolve("index0"), "1", "Data", size);
            write(index.resolve("index1"), "2", "Unified", size);
            CpuCaches caches = CpuCaches.read(index);
            assertThat(caches.level2Bytes()).as(size).isBetween(0, 1 << 30);
            assertThat(SegmentedRange.count(0, 3_000_000, SegmentSizes.of(caches)))
                    .as(size)
                    .isEqualTo(216_816);
        }
    }

    @Test
    void takesTheTypicalSizesWhereNoneCanBeRead(@TempDir Path folder) throws IOException {
        assertThat(CpuCaches.read(folder)).isEqualTo(CpuCaches.TYPICAL);
        write(folder.resolve("index0"), "1", "Data", "unknown");
        assertThat(CpuCaches.read(folder)).isEqualTo(CpuCaches.TYPICAL);
    }

    private static void write(Path index, String level, String type, String size) throws IOException {
        Files.createDirectory(index);
        Files.writeString(index.resolve("level"), level + "\n");
        Files.writeString(index.resolve("type"), type + "\n");
        Files.writeString(index.resolve("size"), size + "\n");
    }
}
