package io.github.eratosthenes.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LocalRunTest {

    @Test
    void countsToALimitWithATable() {
        Run run = Run.of("--to=1e9", "--table");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("local[*,4]", "tasks", "numbers/s", "core time", "parallel", "efficiency")
                .containsPattern(" 10 +4\\R")
                .containsPattern("1,000,000 +78,498\\R")
                .containsPattern("100,000,000 +5,761,455\\R")
                .containsPattern("1,000,000,000 +50,847,534\\R")
                .containsPattern("primes +50,847,534\\R");
    }

    @Test
    void countsToTheHighestLong() {
        long from = Long.MAX_VALUE - 2000;
        long primes = LongStream.rangeClosed(0, 2000)
                .mapToObj(i -> BigInteger.valueOf(from + i))
                .filter(n -> n.isProbablePrime(50))
                .count();
        Run run = Run.of("--from=" + from, "--to=2^63-1", "--table");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("primes +" + primes + "\\R")
                .containsPattern("9,223,372,036,854,775,807 +" + primes + "\\R");
    }

    @Test
    void aStoppedJobSaysWhatIsKept() {
        Run stopped = Run.of(() -> true, "--to=1e9");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out())
                .contains("stopped: nothing is kept; --results keeps finished ranges")
                .doesNotContain("primes  ");
    }

    @Test
    void aStoppedMeasurementPrintsNoModel() {
        Run stopped = Run.of(() -> true, "--measure-costs");
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.out()).contains("stopped: ").doesNotContain("numberNanos");
    }
}
