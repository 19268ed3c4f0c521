package io.github.eratosthenes.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.eratosthenes.benchmarks.work.trace.CacheShape;
import io.github.eratosthenes.benchmarks.work.trace.Counts;
import io.github.eratosthenes.benchmarks.work.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

class AccessRewriterTest {

    private static final CacheShape CACHE = CacheShape.parse("32K/8");
    private static final int PAGES = 2_048;

    /** Accesses arrays of every type. */
    public static final class EveryType implements LongSupplier {
        @Override
        public long getAsLong() {
            boolean[] booleans = new boolean[2];
            byte[] bytes = new byte[2];
            char[] chars = new char[2];
            short[] shorts = new short[2];
            int[] ints = new int[2];
            float[] floats = new float[2];
            long[] longs = new long[2];
            double[] doubles = new double[2];
            Object[] objects = new Object[2];
            long[][] nested = new long[2][3];
            booleans[1] = true;
            bytes[1] = 2;
            chars[1] = 3;
            shorts[1] = 4;
            ints[1] = 5;
            floats[1] = 6;
            longs[1] = 7;
            doubles[1] = 8;
            objects[1] = 9;
            nested[1][2] = 10;
            longs[1] |= 8;
            return (booleans[1] ? 1 : 0)
                    + bytes[1]
                    + chars[1]
                    + shorts[1]
                    + ints[1]
                    + (long) floats[1]
                    + longs[1]
                    + (long) doubles[1]
                    + (Integer) objects[1]
                    + nested[1][2];
        }
    }

    /** Branches on every relation of a number with 0 and of two numbers. */
    public static final class EveryBranch implements LongSupplier {
        @Override
        public long getAsLong() {
            long ways = 0;
            for (int i = -1; i <= 1; i++) {
                int other = (int) (ways >> 62);
                ways = ways << 1 | (i == 0 ? 1 : 0);
                ways = ways << 1 | (i != 0 ? 1 : 0);
                ways = ways << 1 | (i < 0 ? 1 : 0);
                ways = ways << 1 | (i >= 0 ? 1 : 0);
                ways = ways << 1 | (i > 0 ? 1 : 0);
                ways = ways << 1 | (i <= 0 ? 1 : 0);
                ways = ways << 1 | (i == other ? 1 : 0);
                ways = ways << 1 | (i != other ? 1 : 0);
                ways = ways << 1 | (i < other ? 1 : 0);
                ways = ways << 1 | (i >= other ? 1 : 0);
                ways = ways << 1 | (i > other ? 1 : 0);
                ways = ways << 1 | (i <= other ? 1 : 0);
            }
            return ways;
        }
    }

    /** Turns around in loops of both kinds. */
    public static final class EveryLoop implements LongSupplier {
        @Override
        public long getAsLong() {
            long sum = 0;
            for (int i = 0; i < 5; i++) { // ends at its head: five turns
                sum += i;
            }
            do { // ends at its foot: two turns after the first
                sum *= 3;
            } while (sum < 100);
            return sum;
        }
    }

    /** Sorts, which no sieve does. */
    static final class Sorting implements LongSupplier {
        @Override
        public long getAsLong() {
            long[] longs = {2, 1};
            Arrays.sort(longs);
            return longs[0];
        }
    }

    @Test
    void everyAccessIsCountedAndTheResultIsTheSame() throws Exception {
        LongSupplier rewritten = rewritten(EveryType.class);

        Trace.begin(CACHE, CACHE, PAGES);
        long result = rewritten.getAsLong();
        Counts counts = Trace.end();

        assertThat(rewritten.getClass()).isNotEqualTo(EveryType.class);
        assertThat(result).isEqualTo(new EveryType().getAsLong());
        assertThat(counts.writes()).isEqualTo(11);
        assertThat(counts.reads())
                .as("ten values, two outer arrays and one for |=")
                .isEqualTo(13);
        assertThat(counts.filledBytes()).isEqualTo(2 * (1 + 1 + 2 + 2 + 4 + 4 + 8 + 8 + 4) + 2 * 4 + 2 * 3 * 8);
    }

    @Test
    void everyBranchIsCountedAndGoesTheSameWay() throws Exception {
        LongSupplier rewritten = rewritten(EveryBranch.class);

        Trace.begin(CACHE, CACHE, PAGES);
        long result = rewritten.getAsLong();
        Counts counts = Trace.end();

        assertThat(result).isEqualTo(new EveryBranch().getAsLong());
        assertThat(counts.branches())
                .as("twelve in each of three turns, and four of the loop")
                .isEqualTo(40);
    }

    @Test
    void everyTurnOfALoopIsCountedAndTheResultIsTheSame() throws Exception {
        LongSupplier rewritten = rewritten(EveryLoop.class);

        Trace.begin(CACHE, CACHE, PAGES);
        long result = rewritten.getAsLong();
        Counts counts = Trace.end();

        assertThat(result).isEqualTo(new EveryLoop().getAsLong()).isEqualTo(270);
        assertThat(counts.turns()).isEqualTo(5 + 2);
        assertThat(counts.branches()).isEqualTo(6 + 3);
    }

    @Test
    void whatCannotBeCountedIsRefusedByName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> AccessRewriter.rewrite(classFile(Sorting.class)))
                .withMessageContaining("Sorting.getAsLong calls java/util/Arrays.sort([J)V");
    }

    private static LongSupplier rewritten(Class<? extends LongSupplier> type) throws Exception {
        return (LongSupplier)
                new ClassLoader(AccessRewriterTest.class.getClassLoader()) {
                    Class<?> define(byte[] classFile) {
                        return defineClass(type.getName(), classFile, 0, classFile.length);
                    }
                }.define(AccessRewriter.rewrite(classFile(type)))
                        .getDeclaredConstructor()
                        .newInstance();
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                type.getResourceAsStream("AccessRewriterTest$" + type.getSimpleName() + ".class"))) {
            return file.readAllBytes();
        }
    }
}
