package io.github.eratosthenes.benchmarks.work.trace;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts accesses to arrays, and models two caches and a cache of page addresses for them. Counts branches, and those that a
 * predictor gets wrong.
 *
 * <p>It is for one thread, because the agent makes the sieves run their threads one after another. Its methods are static, because
 * rewritten code has no object to call. Nothing is counted between {@link #end()} and the next {@link #begin}.
 */
public final class Trace {

    private static final int LINE_SHIFT = Integer.numberOfTrailingZeros(CacheShape.LINE_BYTES);
    private static final int REFERENCE_BYTES = 4;

    /** Pages of 4 KB. */
    private static final int PAGE_SHIFT = 12;

    /** The number of page addresses; today's processors keep 1,500 to 3,000. Some of them have sets of this size. */
    private static final int PAGE_SETS = 256;

    private static final int PAGE_WAYS = 8;

    /** The active trace, or null; this is the only state that rewritten code can reach. */
    private static @Nullable Trace current;

    private final Cache level1;
    private final Cache level2;
    private final Cache pages = new Cache(PAGE_SETS, PAGE_WAYS);
    private final BranchPredictor predictor = new BranchPredictor();
    private final Addresses addresses = new Addresses();
    private long[] touched = new long[1024];
    private int lastLine;
    private int lastPage;
    private long lastWritten;

    private long reads;
    private long waitingReads;
    private long writes;
    private long crossedOff;
    private long filledBytes;
    private long copiedBytes;
    private long level1Misses;
    private long level2Misses;
    private long pageMisses;
    private long bulkLevel1Misses;
    private long touchedLines;
    private long branches;
    private long wrongBranches;

    private Trace(CacheShape level1, CacheShape level2) {
        this.level1 = new Cache(level1.sets(), level1.ways());
        this.level2 = new Cache(level2.sets(), level2.ways());
    }

    /** Begins to count, with empty caches. */
    public static void begin(CacheShape level1, CacheShape level2) {
        current = new Trace(level1, level2);
    }

    /**
     * Stops counting.
     *
     * @throws IllegalStateException if nothing was counting
     */
    public static Counts end() {
        Trace trace = current;
        if (trace == null) {
            throw new IllegalStateException("no count has begun");
        }
        current = null;
        return new Counts(
                trace.reads,
                trace.waitingReads,
                trace.writes,
                trace.crossedOff,
                trace.filledBytes,
                trace.copiedBytes,
                trace.level1Misses,
                trace.level2Misses,
                trace.pageMisses,
                trace.bulkLevel1Misses,
                trace.touchedLines * CacheShape.LINE_BYTES,
                trace.branches,
                trace.wrongBranches);
    }

    /** Counts the read of an element. */
    public static void read(Object array, int index, int elementBytes) {
        Trace trace = current;
        if (trace != null) {
            long address = trace.addresses.of(array, elementBytes) + (long) index * elementBytes;
            trace.reads++;
            if (word(address) == trace.lastWritten) {
                trace.waitingReads++;
            }
            trace.access(address);
        }
    }

    /** Counts the write of an element. */
    public static void write(Object array, int index, int elementBytes) {
        Trace trace = current;
        if (trace != null) {
            long address = trace.addresses.of(array, elementBytes) + (long) index * elementBytes;
            trace.writes++;
            trace.lastWritten = word(address);
            trace.access(address);
        }
    }

    /** Counts the read of a word of bytes. */
    public static void readWord(byte[] array, int index) {
        Trace trace = current;
        if (trace != null) {
            trace.reads++;
            trace.accessWord(trace.addresses.of(array, Byte.BYTES) + index);
        }
    }

    /** Counts the write of a word of bytes. */
    public static void writeWord(byte[] array, int index) {
        Trace trace = current;
        if (trace != null) {
            trace.writes++;
            trace.accessWord(trace.addresses.of(array, Byte.BYTES) + index);
        }
    }

    /** Counts a crossing-off. */
    public static void crossedOff() {
        Trace trace = current;
        if (trace != null) {
            trace.crossedOff++;
        }
    }

    /** Counts a branch that compares a number with 0. */
    public static void branch(int number, int relation, int place) {
        branch(number, 0, relation, place);
    }

    /**
     * Counts a branch that compares two numbers.
     *
     * @param relation the place of the relation in the order of the JVM's instructions
     * @param place the number of the branch in the program
     */
    public static void branch(int number, int other, int relation, int place) {
        Trace trace = current;
        if (trace != null) {
            trace.branches++;
            if (!trace.predictor.foresees(place, holds(number, other, relation))) {
                trace.wrongBranches++;
            }
        }
    }

    private static boolean holds(int number, int other, int relation) {
        return switch (relation) {
            case 0 -> number == other;
            case 1 -> number != other;
            case 2 -> number < other;
            case 3 -> number >= other;
            case 4 -> number > other;
            default -> number <= other;
        };
    }

    /** Counts the zeroing of a new array, and of the arrays inside it. */
    public static void allocated(Object array) {
        Trace trace = current;
        if (trace != null) {
            trace.fill(array, 0, Array.getLength(array));
            if (array instanceof Object[] outer
                    && array.getClass().getComponentType().isArray()) {
                for (Object inner : outer) {
                    if (inner != null) {
                        allocated(inner);
                    }
                }
            }
        }
    }

    /** Counts the filling of the elements from one index to another. */
    static void filled(Object array, int from, int to) {
        Trace trace = current;
        if (trace != null) {
            trace.fill(array, from, to);
        }
    }

    /** Counts the copying of elements. */
    static void copied(Object source, int from, Object target, int to, int length) {
        Trace trace = current;
        if (trace != null && length > 0) {
            trace.copiedBytes += (long) length * elementBytes(source);
            trace.sweep(source, from, from + length);
            trace.sweep(target, to, to + length);
        }
    }

    private void fill(Object array, int from, int to) {
        filledBytes += (long) (to - from) * elementBytes(array);
        sweep(array, from, to);
    }

    /** Accesses elements in bulk, line by line. */
    private void sweep(Object array, int from, int to) {
        if (from >= to) {
            return;
        }
        int bytes = elementBytes(array);
        long start = addresses.of(array, bytes);
        int last = line(start + (long) to * bytes - 1);
        for (int line = line(start + (long) from * bytes); line <= last; line++) {
            hasPage(line);
            if (!level1.access(line)) {
                bulkLevel1Misses++;
                level2.access(line);
                markTouched(line);
            }
        }
        lastLine = last;
    }

    private static long word(long address) {
        return address / Long.BYTES;
    }

    private void accessWord(long address) {
        access(address);
        access(address + Long.BYTES - 1);
    }

    /** The line of the access before is in the level 1 cache, and the most recently used of its set. */
    private void access(long address) {
        int line = line(address);
        if (line == lastLine) {
            return;
        }
        lastLine = line;
        if (!hasPage(line)) {
            pageMisses++;
        }
        if (!level1.access(line)) {
            level1Misses++;
            if (!level2.access(line)) {
                level2Misses++;
                markTouched(line);
            }
        }
    }

    /** Looks up the page of a line, and returns whether its address was known. */
    private boolean hasPage(int line) {
        int page = 1 + (line >>> (PAGE_SHIFT - LINE_SHIFT)); // 0 is no page
        if (page == lastPage) {
            return true;
        }
        lastPage = page;
        return pages.access(page);
    }

    private void markTouched(int line) {
        int word = line >>> 6;
        if (word >= touched.length) {
            touched = Arrays.copyOf(touched, Math.max(word + 1, 2 * touched.length));
        }
        if ((touched[word] & 1L << line) == 0) {
            touched[word] |= 1L << line;
            touchedLines++;
        }
    }

    private static int line(long address) {
        return (int) (address >>> LINE_SHIFT);
    }

    private static int elementBytes(Object array) {
        if (array instanceof byte[] || array instanceof boolean[]) {
            return Byte.BYTES;
        } else if (array instanceof char[] || array instanceof short[]) {
            return Short.BYTES;
        } else if (array instanceof long[] || array instanceof double[]) {
            return Long.BYTES;
        } else {
            return REFERENCE_BYTES; // as long as an int or a float
        }
    }
}
