package io.github.eratosthenes.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimeCountTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "2, 1",
        "3, 2",
        "10, 4",
        "100, 25",
        "1000, 168",
        "1000000, 78498",
        "2500000, 183072",
        "1000000000, 50847534",
        "100000000000, 4118054813"
    })
    void agreesWithPublishedCounts(long n, long primes) {
        assertThat(PrimeCount.upTo(n)).isEqualTo(primes);
    }

    @Test
    void agreesWithTrialDivisionAroundSquares() {
        long primes = 0;
        for (int n = 0; n <= 2_000; n++) {
            primes += isPrime(n) ? 1 : 0;
            assertThat(PrimeCount.upTo(n)).as("n = %d", n).isEqualTo(primes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 100_000_000_000_001L})
    void rejectsWhatItCannotCount(long n) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimeCount.upTo(n))
                .withMessageContaining("n " + n)
                .withMessageContaining("100000000000000");
    }

    private static boolean isPrime(int n) {
        for (int divisor = 2; divisor * divisor <= n; divisor++) {
            if (n % divisor == 0) {
                return false;
            }
        }
        return n >= 2;
    }
}
