package io.github.eratosthenes.benchmarks.work.trace;

import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * Replacements for methods of {@link Arrays} and {@link System}, which rewritten code calls. Each counts, and then does the same as
 * the original.
 *
 * <p>There are only the methods that a sieve or {@link java.util.BitSet} calls. The rewriter rejects a class that calls another one.
 */
public final class ArrayCalls {

    private ArrayCalls() {}

    /** {@link Arrays#fill(boolean[], boolean)}. */
    public static void fill(boolean[] array, boolean value) {
        Trace.filled(array, 0, array.length);
        Arrays.fill(array, value);
    }

    /** {@link Arrays#fill(byte[], byte)}. */
    public static void fill(byte[] array, byte value) {
        Trace.filled(array, 0, array.length);
        Arrays.fill(array, value);
    }

    /** {@link Arrays#fill(byte[], int, int, byte)}. */
    public static void fill(byte[] array, int from, int to, byte value) {
        Trace.filled(array, from, to);
        Arrays.fill(array, from, to, value);
    }

    /** {@link Arrays#fill(int[], int)}. */
    public static void fill(int[] array, int value) {
        Trace.filled(array, 0, array.length);
        Arrays.fill(array, value);
    }

    /** {@link Arrays#fill(long[], long)}. */
    public static void fill(long[] array, long value) {
        Trace.filled(array, 0, array.length);
        Arrays.fill(array, value);
    }

    /** {@link Arrays#copyOf(byte[], int)}. */
    public static byte[] copyOf(byte[] array, int length) {
        byte[] copy = Arrays.copyOf(array, length);
        copied(array, 0, copy);
        return copy;
    }

    /** {@link Arrays#copyOf(int[], int)}. */
    public static int[] copyOf(int[] array, int length) {
        int[] copy = Arrays.copyOf(array, length);
        copied(array, 0, copy);
        return copy;
    }

    /** {@link Arrays#copyOf(long[], int)}. */
    public static long[] copyOf(long[] array, int length) {
        long[] copy = Arrays.copyOf(array, length);
        copied(array, 0, copy);
        return copy;
    }

    /** {@link Arrays#copyOfRange(long[], int, int)}. */
    public static long[] copyOfRange(long[] array, int from, int to) {
        long[] copy = Arrays.copyOfRange(array, from, to);
        copied(array, from, copy);
        return copy;
    }

    /** {@link System#arraycopy}. */
    public static void arraycopy(Object source, int from, Object target, int to, int length) {
        Trace.copied(source, from, target, to, length);
        System.arraycopy(source, from, target, to, length);
    }

    /** {@code clone()} of a {@code long[]}. */
    public static Object clone(long[] array) {
        long[] copy = array.clone();
        copied(array, 0, copy);
        return copy;
    }

    /** {@code clone()} of an array of objects. */
    public static Object clone(Object[] array) {
        Object[] copy = array.clone();
        copied(array, 0, copy);
        return copy;
    }

    /** Counts a new array that is a copy, with zeros after the end of its source. */
    private static void copied(Object source, int from, Object copy) {
        int length = Math.min(Array.getLength(source) - from, Array.getLength(copy));
        Trace.copied(source, from, copy, 0, length);
        Trace.filled(copy, length, Array.getLength(copy));
    }
}
