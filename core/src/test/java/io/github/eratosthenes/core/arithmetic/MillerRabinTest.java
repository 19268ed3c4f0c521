package io.github.eratosthenes.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.eratosthenes.core.SieveStrategy;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MillerRabinTest {

    @Test
    void agreesWithASieveOnAllSmallNumbers() {
        long[] primes = SieveStrategy.BOOLEAN_ARRAY.create().primesUpTo(200_000).stream()
                .toArray();
        int next = 0;
        for (long n = 0; n <= 200_000; n++) {
            boolean prime = next < primes.length && primes[next] == n;
            assertThat(MillerRabin.isPrime(n)).as("isPrime(%d)", n).isEqualTo(prime);
            if (prime) {
                next++;
            }
        }
    }

    @Test
    void noNegativeNumberIsPrime() {
        for (long n : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, -7, -2, -1}) {
            assertThat(MillerRabin.isPrime(n)).as("isPrime(%d)", n).isFalse();
        }
    }

    /**
     * Tries the lowest composite numbers that pass for many bases: the last one for the bases 2 to 23, the one before for 2 to 19,
     * and so on.
     */
    @ParameterizedTest
    @ValueSource(
            longs = {
                2047,
                1_373_653,
                25_326_001,
                3_215_031_751L,
                2_152_302_898_747L,
                3_474_749_660_383L,
                341_550_071_728_321L,
                3_825_123_056_546_413_051L
            })
    void strongPseudoprimesAreComposite(long n) {
        assertThat(MillerRabin.isPrime(n)).isFalse();
    }

    /** Numbers that the modulus' size decides: the products are widest here. */
    @Test
    void agreesWithBigIntegerNearTheTop() {
        for (long n = Long.MAX_VALUE; n > Long.MAX_VALUE - 2000; n--) {
            assertThat(MillerRabin.isPrime(n)).as("isPrime(%d)", n).isEqualTo(isProbablePrime(n));
        }
    }

    @Test
    void agreesWithBigIntegerOnNumbersOfAllLengths() {
        Random random = new Random(20261122);
        for (int i = 0; i < 20_000; i++) {
            long n = random.nextLong() >>> (1 + random.nextInt(62));
            assertThat(MillerRabin.isPrime(n)).as("isPrime(%d)", n).isEqualTo(isProbablePrime(n));
        }
    }

    /** Products of two primes of one length pass for the most bases. */
    @Test
    void rejectsSemiprimes() {
        Random random = new Random(20261122);
        for (int i = 0; i < 2000; i++) {
            long p = BigInteger.probablePrime(31, random).longValueExact();
            assertThat(MillerRabin.isPrime(p)).as("isPrime(%d)", p).isTrue();
            long other =
                    new BigInteger(Long.toString(2 * p - 1)).nextProbablePrime().longValueExact();
            assertThat(MillerRabin.isPrime(p * p)).as("isPrime(%d²)", p).isFalse();
            if (other < Long.MAX_VALUE / p) {
                assertThat(MillerRabin.isPrime(p * other))
                        .as("isPrime(%d · %d)", p, other)
                        .isFalse();
            }
        }
    }

    private static boolean isProbablePrime(long n) {
        return BigInteger.valueOf(n).isProbablePrime(60);
    }
}
