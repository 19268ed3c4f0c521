package io.github.eratosthenes.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds both forms of the loops over words to the same answers, whichever form this JVM uses. */
class WordCodeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mixed mode, sharing                  | OpenJDK 64-Bit Server VM | VECTOR",
                "mixed mode, emulated-client, sharing | OpenJDK 64-Bit Server VM | SCALAR",
                "mixed mode                           | OpenJDK Client VM        | SCALAR",
                "interpreted mode, sharing            | OpenJDK 64-Bit Server VM | SCALAR",
                "''                                   | ''                       | VECTOR"
            })
    void followsWhatTheJvmSaysOfItself(String vmInfo, String vmName, WordCode expected) {
        assertThat(WordCode.of(vmInfo, vmName)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void countsBits(WordCode code) {
        byte[] sieve = new byte[4096];
        new Random(7).nextBytes(sieve);
        Arrays.fill(sieve, 1024, 2048, (byte) -1);
        for (int from = 0; from < 1200; from += 8) {
            for (int to = from; to <= sieve.length; to += 8 * 13) {
                int expected =
                        BitSet.valueOf(Arrays.copyOfRange(sieve, from, to)).cardinality();
                assertThat(PrimeBits.count(sieve, from, to, code))
                        .as("%s: bits from %d to %d", code, from, to)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void crossesOffTheSamePatterns() {
        PreSieve vector = new PreSieve(WordCode.VECTOR);
        PreSieve scalar = new PreSieve(WordCode.SCALAR);
        for (long position : new long[] {0, 1, 1000, 123_456_789, Long.MAX_VALUE / 30 - 5000}) {
            byte[] sieve = new byte[5 * PreSieve.RUN];
            new Random(position).nextBytes(sieve);
            byte[] other = sieve.clone();
            vector.crossOff(sieve, PreSieve.RUN, 2 * PreSieve.RUN, 4 * PreSieve.RUN - 5, position);
            scalar.crossOff(other, PreSieve.RUN, 2 * PreSieve.RUN, 4 * PreSieve.RUN - 5, position);
            assertThat(other).as("from position %d", position).isEqualTo(sieve);
        }
    }

    @ParameterizedTest
    @EnumSource(WordCode.class)
    void takesBlankBytesForOnes(WordCode code) {
        byte[] ones = new byte[3 * PreSieve.RUN];
        Arrays.fill(ones, (byte) -1);
        byte[] blank = new byte[ones.length];
        new PreSieve(code).crossOff(ones, 0, ones.length, ones.length, 1000);
        new PreSieve(code).crossOff(blank, 0, 0, blank.length, 1000);
        assertThat(blank).as("%s", code).isEqualTo(ones);
    }
}
