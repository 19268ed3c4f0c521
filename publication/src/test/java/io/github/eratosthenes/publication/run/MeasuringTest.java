package io.github.eratosthenes.publication.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.page.data.Part;
import io.github.eratosthenes.results.files.ResultFolder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasuringTest {

    private static final Jdk NEW = new Jdk(Path.of("/jdk-25"), "25.0.3");
    private static final Jdk OLD = new Jdk(Path.of("/jdk-17"), "17.0.15");

    private static Measuring measuring(boolean quick) {
        return new Measuring(
                Jars.of(Path.of("/project")),
                new Settings(quick, 12, List.of(NEW, OLD), "label"),
                Path.of("/publication/study"));
    }

    private static List<String> begin(Part part) {
        return measuring(false).begin(part, Path.of("/results"));
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyPartRunsOnTheNewestJdkWithTheMachinesLabel(Part part) {
        for (boolean quick : new boolean[] {false, true}) {
            assertThat(measuring(quick).begin(part, Path.of("/results")))
                    .startsWith("/jdk-25/bin/java", "-jar")
                    .contains("--results=/results", "--machine=label")
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void onlyTheVariantsHaveSeveralJdksAndCompilers() {
        assertThat(begin(Part.STUDY)).contains("--jvms=/jdk-25", "--tiers=C2", "--rounds=12");
        assertThat(begin(Part.VARIANTS)).contains("--jvms=/jdk-25,/jdk-17", "--tiers=C2,C1", "--rounds=6");
        assertThat(begin(Part.YARDSTICK)).contains("--study=yardstick", "--jvms=/jdk-25", "--rounds=6");
    }

    @Test
    void theTwoSearchesDifferInTheReservedMemoryAlone() {
        List<String> without = begin(Part.BREAKPOINTS);
        List<String> reserved = begin(Part.BREAKPOINTS_RESERVED);

        assertThat(without)
                .contains("--reserved-mb=0", "--kinds=MEMORY")
                .containsAll(reserved)
                .hasSize(reserved.size() + 2);
    }

    @Test
    void theWorkExplainsTheStudyOfThePublication() {
        assertThat(begin(Part.WORK)).contains("work", "--study=/publication/study");
    }

    @Test
    void aResumedSearchKeepsItsLocalEndpoint() {
        assertThat(measuring(false)
                        .resume(Part.BREAKPOINTS, new ResultFolder(Path.of("/p/breakpoints.unfinished/day"))))
                .contains(
                        "--results=/p/breakpoints.unfinished",
                        "--resume=day",
                        "--emulator-jar=/project/harness/target/endpoint/eratosthenes-emulator.jar");
        assertThat(measuring(false).resume(Part.STUDY, new ResultFolder(Path.of("/p/study.unfinished/day"))))
                .as("a study takes no other option beside --resume")
                .endsWith("study", "--results=/p/study.unfinished", "--resume=day");
    }
}
