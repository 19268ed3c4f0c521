package io.github.eratosthenes.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.eratosthenes.page.data.ResultData;
import io.github.eratosthenes.page.data.Study;
import io.github.eratosthenes.page.data.Study.Setting;
import io.github.eratosthenes.page.data.Study.Size;
import io.github.eratosthenes.page.data.Study.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyTest {

    @Test
    void findsCellsOfARealFolder() throws IOException {
        Study study = ResultData.read(Fixture.JDKS).study().orElseThrow();

        assertThat(study.strategies()).containsExactly("boolean-array", "bitset", "wheel-segment");
        assertThat(study.views())
                .containsExactly(
                        new View("25", "C2"), new View("25", "C1"), new View("17", "C2"), new View("17", "C1"));
        assertThat(study.maxima(new View("17", "C1"))).containsExactly(100_000L, 1_000_000L);
        assertThat(study.cell("bitset", Setting.of(new View("17", "C2"), 1_000_000)))
                .isPresent();
        assertThat(study.cell("bitset", new Setting(new View("17", "C2"), new Size(1_000_000, 2))))
                .isEmpty();
    }

    @Test
    void findsFoldersInFolders() throws IOException {
        assertThat(ResultData.folders(List.of(Fixture.RESULTS))).containsExactly(Fixture.JDKS, Fixture.STRATEGIES);
        assertThat(ResultData.folders(List.of(Fixture.JDKS))).containsExactly(Fixture.JDKS);
        assertThat(ResultData.folders(List.of(Path.of("absent")))).isEmpty();
    }

    @Test
    void theNewestIsReadOfAFolderOfThem() throws IOException {
        assertThat(ResultData.newest(Fixture.RESULTS).name()).isEqualTo("2026-11-22-fixture-strategies");
        assertThatThrownBy(() -> ResultData.newest(Path.of("absent")))
                .isInstanceOf(IOException.class)
                .hasMessage("no results in absent");
    }

    @Test
    void aDamagedFileIsNamed(@TempDir Path folder) throws IOException {
        Files.copy(Fixture.JDKS.resolve("environment.json"), folder.resolve("environment.json"));
        Files.copy(Fixture.JDKS.resolve("study.json"), folder.resolve("study.json"));
        Files.writeString(folder.resolve("jmh.json"), "{}");

        assertThatThrownBy(() -> ResultData.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("jmh.json is not a JMH result file");
    }
}
