package io.github.eratosthenes.core.arithmetic;

/** The bytes that an array takes, as HotSpot lays it out with compressed class pointers. */
public final class ArrayBytes {

    private static final int HEADER_BYTES = 16;

    private ArrayBytes() {}

    /** Returns the bytes of an array: its header and its elements, rounded up to 8. */
    public static long of(long length, int elementBytes) {
        return (HEADER_BYTES + length * elementBytes + 7) & ~7L;
    }
}
