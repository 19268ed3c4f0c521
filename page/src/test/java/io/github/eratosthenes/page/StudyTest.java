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
import java.util.ArrayList;
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
    void whatAFolderLacksIsFromItsFurtherOnes(@TempDir Path folder) throws IOException {
        Path whole = Fixture.withEndpoint(Fixture.JDKS, folder);
        Path first = folder.resolve("day-machine");
        copy(whole, first, "environment.json", "study.json", "jmh.json");
        copy(whole, folder.resolve("day-machine-2"), "environment.json", "breakpoints.json");
        copy(whole, folder.resolve("day-machine-3"), "environment.json", "load.json");
        copy(whole, folder.resolve("day-machine-4"), "environment.json", "load.json");
        copy(whole, folder.resolve("day-machine-6"), "environment.json", "yardstick.json");

        ResultData data = ResultData.read(first);

        assertThat(data.study()).isPresent();
        assertThat(data.origin("jmh.json").name()).isEqualTo("day-machine");
        assertThat(data.breakpoints()).isPresent();
        assertThat(data.origin("breakpoints.json").name()).isEqualTo("day-machine-2");
        assertThat(data.load()).isPresent();
        assertThat(data.origin("load.json").name()).isEqualTo("day-machine-3");
        assertThat(data.yardstick()).as("after a gap").isEmpty();
        List<ResultData> all = new ArrayList<>();
        for (Path one : ResultData.folders(List.of(folder))) {
            all.add(ResultData.read(one));
        }
        assertThat(ResultData.withoutRepeated(all))
                .extracting(ResultData::name)
                .containsExactly("day-machine", "day-machine-4", "day-machine-6", "made-up-endpoint");
    }

    @Test
    void anotherMachinesFolderIsNoFurtherOne(@TempDir Path folder) throws IOException {
        Path whole = Fixture.withEndpoint(Fixture.JDKS, folder);
        Path first = folder.resolve("day-machine");
        Path second = folder.resolve("day-machine-2");
        copy(whole, first, "environment.json", "study.json", "jmh.json");
        copy(whole, second, "environment.json", "breakpoints.json");
        Path environment = second.resolve("environment.json");
        Files.writeString(
                environment,
                Files.readString(environment).replaceFirst("\"machine\" : \"", "\"machine\" : \"another-"));

        assertThat(ResultData.read(first).breakpoints()).isEmpty();
    }

    private static void copy(Path from, Path to, String... files) throws IOException {
        Files.createDirectories(to);
        for (String file : files) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
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
