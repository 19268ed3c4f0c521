package io.github.eratosthenes.benchmarks.work.trace;

import org.jspecify.annotations.Nullable;

/**
 * Gives arrays the addresses that they would have if each lay behind the array that was used before it, on its own cache line.
 *
 * <p>The JVM's own address of an array differs from run to run, and changes when the array is moved. The addresses here depend only
 * on the order of first use, so the same program always has the same addresses and the same misses.
 *
 * <p>A hash table by identity with linear probing. It keeps the arrays alive, because a new array might get the place of a collected one.
 */
final class Addresses {

    /** The bytes of HotSpot's header of an array, with compressed class pointers. */
    private static final int HEADER_BYTES = 16;

    private @Nullable Object[] arrays = new Object[1024];
    private long[] starts = new long[1024];
    private int size;

    private @Nullable Object lastArray;
    private long lastStart;

    /** The address of the next array; it begins above 0, so that no line has number 0. */
    private long free = CacheShape.LINE_BYTES;

    /** Returns the address of an array's first element. */
    long of(Object array, int elementBytes) {
        if (array == lastArray) {
            return lastStart;
        }
        lastStart = find(array, elementBytes);
        lastArray = array;
        return lastStart;
    }

    private long find(Object array, int elementBytes) {
        int mask = arrays.length - 1;
        int slot = System.identityHashCode(array) & mask;
        for (Object found = arrays[slot]; found != null; found = arrays[slot]) {
            if (found == array) {
                return starts[slot];
            }
            slot = (slot + 1) & mask;
        }
        long start = free + HEADER_BYTES;
        long end = start + (long) elementBytes * java.lang.reflect.Array.getLength(array);
        free = (end + CacheShape.LINE_BYTES - 1) / CacheShape.LINE_BYTES * CacheShape.LINE_BYTES;
        if (free / CacheShape.LINE_BYTES > Integer.MAX_VALUE) {
            throw new IllegalStateException("the arrays have more than 2^31 lines together");
        }
        arrays[slot] = array;
        starts[slot] = start;
        if (++size > arrays.length / 2) {
            grow();
        }
        return start;
    }

    private void grow() {
        @Nullable Object[] oldArrays = arrays;
        long[] oldStarts = starts;
        arrays = new Object[2 * oldArrays.length];
        starts = new long[arrays.length];
        for (int i = 0; i < oldArrays.length; i++) {
            Object array = oldArrays[i];
            if (array != null) {
                int slot = System.identityHashCode(array) & arrays.length - 1;
                while (arrays[slot] != null) {
                    slot = slot + 1 & arrays.length - 1;
                }
                arrays[slot] = array;
                starts[slot] = oldStarts[i];
            }
        }
    }
}
