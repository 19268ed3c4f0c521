package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineCachesTest {

    @TempDir
    Path root = Path.of("");

    @Test
    void cachesAreReadByLevelAndType() throws Exception {
        write(0, "1", "Data", "48K", "12");
        write(1, "1", "Instruction", "32K", "8");
        write(2, "2", "Unified", "2048K", "16");

        assertThat(new MachineCaches(root).level1()).isEqualTo(CacheShape.parse("48K/12"));
        assertThat(new MachineCaches(root).level2()).isEqualTo(CacheShape.parse("2M/16"));
    }

    @Test
    void whatIsNotToldOrCannotBeModelledIsTypical() throws Exception {
        assertThat(new MachineCaches(root).level1()).isEqualTo(MachineCaches.TYPICAL_LEVEL_1);

        write(0, "2", "Unified", "3000K", "16");

        assertThat(new MachineCaches(root).level2()).isEqualTo(MachineCaches.TYPICAL_LEVEL_2);
    }

    private void write(int index, String level, String type, String size, String ways) throws IOException {
        Path cache = Files.createDirectories(root.resolve("sys/devices/system/cpu/cpu0/cache/index" + index));
        Files.writeString(cache.resolve("level"), level + "\n");
        Files.writeString(cache.resolve("type"), type + "\n");
        Files.writeString(cache.resolve("size"), size + "\n");
        Files.writeString(cache.resolve("ways_of_associativity"), ways + "\n");
    }
}
