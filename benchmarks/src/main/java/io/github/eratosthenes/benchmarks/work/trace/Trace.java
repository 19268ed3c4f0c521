package io.github.eratosthenes.benchmarks.work.trace;

import java.lang.reflect.Array;
import org.jspecify.annotations.Nullable;

/**
 * Counts accesses to arrays, and models two caches and a cache of page addresses for them. Counts branches, and those that a
 * predictor gets wrong.
 *
 * <p>It is for one thread, because the agent makes the sieves run their threads one after another. Its methods are static, because
 * rewritten code has no object to call. Nothing is counted between {@link #end()} and the next {@link #begin}.
 */
public final class Trace {

    private static final int REFERENCE_BYTES = 4;

    /** The trace that counts, or null; the only state that rewritten code can reach. */
    private static @Nullable Trace current;

    private final Memory memory;
    private final BranchPredictor predictor = new BranchPredictor();
    private final Addresses addresses = new Addresses();
    private long lastWritten;

    private long reads;
    private long waitingReads;
    private long writes;
    private long crossedOff;
    private long filledBytes;
    private long copiedBytes;
    private long turns;
    private long branches;
    private long wrongBranches;

    private Trace(Memory memory) {
        this.memory = memory;
    }

    /**
     * Begins to count, with empty caches.
     *
     * @param pages how many addresses of pages are kept
     * @throws IllegalArgumentException if that is no multiple of 128 from 128 to 1,048,576
     */
    public static void begin(CacheShape level1, CacheShape level2, int pages) {
        checkPages(pages);
        current = new Trace(new Memory(level1, level2, pages));
    }

    /**
     * Checks how many addresses of pages are kept.
     *
     * @throws IllegalArgumentException as {@link #begin} does
     */
    public static void checkPages(int pages) {
        Memory.checkPages(pages);
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
                trace.memory.level1Misses(),
                trace.memory.level2Misses(),
                trace.memory.unforeseenMisses(),
                trace.memory.pageMisses(),
                trace.memory.bulkLevel1Misses(),
                trace.memory.touchedBytes(),
                trace.turns,
                trace.branches,
                trace.wrongBranches);
    }

    /**
     * Counts the read of an element.
     *
     * @param place which access of the program it is
     */
    public static void read(Object array, int index, int elementBytes, int place) {
        Trace trace = current;
        if (trace != null) {
            long address = trace.addresses.of(array, elementBytes) + (long) index * elementBytes;
            trace.reads++;
            if (word(address) == trace.lastWritten) {
                trace.waitingReads++;
            }
            trace.memory.access(address, place);
        }
    }

    /** Counts the write of an element, likewise. */
    public static void write(Object array, int index, int elementBytes, int place) {
        Trace trace = current;
        if (trace != null) {
            long address = trace.addresses.of(array, elementBytes) + (long) index * elementBytes;
            trace.writes++;
            trace.lastWritten = word(address);
            trace.memory.access(address, place);
        }
    }

    /** Counts the read of a word of bytes, likewise. */
    public static void readWord(byte[] array, int index, int place) {
        Trace trace = current;
        if (trace != null) {
            trace.reads++;
            trace.memory.accessWord(trace.addresses.of(array, Byte.BYTES) + index, place);
        }
    }

    /** Counts the write of a word of bytes, likewise. */
    public static void writeWord(byte[] array, int index, int place) {
        Trace trace = current;
        if (trace != null) {
            trace.writes++;
            trace.memory.accessWord(trace.addresses.of(array, Byte.BYTES) + index, place);
        }
    }

    /** Counts a crossing-off. */
    public static void crossedOff() {
        Trace trace = current;
        if (trace != null) {
            trace.crossedOff++;
        }
    }

    /** Counts a jump back, which begins another turn of a loop. */
    public static void turn() {
        Trace trace = current;
        if (trace != null) {
            trace.turns++;
        }
    }

    /** Counts a branch back that compares a number with 0, and a turn where it is taken. */
    public static void branchBack(int number, int relation, int place) {
        branchBack(number, 0, relation, place);
    }

    /** Counts a branch back that compares two numbers, and a turn where it is taken. */
    public static void branchBack(int number, int other, int relation, int place) {
        branch(number, other, relation, place);
        if (holds(number, other, relation)) {
            turn();
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

    /** Passes over elements. */
    private void sweep(Object array, int from, int to) {
        if (from < to) {
            int bytes = elementBytes(array);
            long start = addresses.of(array, bytes);
            memory.sweep(start + (long) from * bytes, start + (long) to * bytes);
        }
    }

    private static long word(long address) {
        return address / Long.BYTES;
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
