package io.github.eratosthenes.benchmarks.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.eratosthenes.benchmarks.study.StudySettings.Size;
import io.github.eratosthenes.results.command.Arguments;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

    @Test
    void jmhArgumentsAreSplitAtSpacesOutsideQuotes() {
        assertThat(Arguments.split("-f 1  -jvmArgs \"-Xmx1g -Xms1g\" 'a b' sieve"))
                .containsExactly("-f", "1", "-jvmArgs", "-Xmx1g -Xms1g", "a b", "sieve");
    }

    @Test
    void jmhFailsOnErrorUnlessToldOtherwise() {
        assertThat(PlainJmh.failingOnError(Arguments.split("-f 1"))).endsWith("-foe", "true");
        assertThat(PlainJmh.failingOnError(Arguments.split("-foe false"))).containsExactly("-foe", "false");
        assertThat(PlainJmh.failingOnError(Arguments.split("--foe=false"))).containsExactly("--foe=false");
    }

    @Test
    void sizesAndEffortsReadBack() {
        assertThat(Size.parse("1000000")).isEqualTo(new Size(1_000_000, 1));
        assertThat(Size.parse("2500000x4")).isEqualTo(new Size(2_500_000, 4));
        assertThat(Effort.parse("1000,20,10")).isEqualTo(new Effort(10, 100, 20, 10));
        assertThat(Preset.of("full")).isEqualTo(Preset.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e6", "10x0", "10x", "x4", "10x4x4"})
    void wrongSizesAreNamed(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Size.parse(text)).withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "5,0,100", "5,3,0", "5,3,100,1", "a,b,c"})
    void wrongEffortsAreNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Effort.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void anUnknownStudyIsRejectedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.of("long"))
                .withMessage("unknown study 'long'; known: quick, full, yardstick");
    }

    @Test
    void aStudyThatMeasuresAnythingElseThanItsNameSaysIsCustom() {
        StudySettings full = new StudySettings(
                "full",
                10,
                Preset.FULL.workloads(),
                List.of(Jvm.current()),
                Preset.FULL.tiers(),
                List.of(),
                Preset.FULL.effort(),
                Preset.FULL.budgetMillis(),
                1);

        assertThat(full.measuresAs(Preset.FULL)).isTrue();
        assertThat(full.measuresAs(Preset.QUICK)).isFalse();
        assertThat(full.custom().name()).isEqualTo("custom");
    }

    @Test
    void jvmsThatShareALabelAllGetALongerOne() throws Exception {
        Jvm old = new Jvm("17", Path.of("a"), "17.0.1+12", "Debian");
        Jvm debian = new Jvm("17", Path.of("b"), "17.0.9+9", "Debian");
        Jvm temurin = new Jvm("17", Path.of("c"), "17.0.9+9", "Eclipse Adoptium");
        Jvm other = new Jvm("25", Path.of("d"), "25.0.1+8", "Debian");

        assertThat(Jvm.distinct(List.of(old, debian, temurin, other)))
                .extracting(Jvm::label)
                .containsExactly("17.0.1+12", "17.0.9+9-debian", "17.0.9+9-eclipse-adoptium", "25");
        assertThatIOException()
                .isThrownBy(() -> Jvm.distinct(List.of(debian, other, debian)))
                .withMessage("two of the JVMs are the same version of the same vendor: b, d, b");
    }

    @Test
    void aJvmIsAskedForItsVersion() throws Exception {
        String home = System.getProperty("java.home");

        assertThat(Jvm.list(home)).singleElement().satisfies(jvm -> {
            assertThat(jvm.label()).isEqualTo(String.valueOf(Runtime.version().feature()));
            assertThat(jvm.version()).isEqualTo(Runtime.version().toString());
        });
        assertThatIOException().isThrownBy(() -> Jvm.list(home + "," + home)).withMessageContaining("the same version");
        assertThatIOException().isThrownBy(() -> Jvm.list("/nowhere")).withMessageContaining("'/nowhere'");
    }
}
