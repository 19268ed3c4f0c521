package io.github.eratosthenes.benchmarks.work.trace;

import java.util.Arrays;

/** A model of what lies between a processor and its memory: two caches, a cache of page addresses, and a prefetcher. */
final class Memory {

    private static final int LINE_SHIFT = Integer.numberOfTrailingZeros(CacheShape.LINE_BYTES);

    /** Pages of 4 KB. */
    private static final int PAGE_SHIFT = 12;

    /** The sets of page addresses of many processors, whose ways differ: 12 in Skylake, 16 in Zen 3, 24 in Zen 4. */
    private static final int PAGE_SETS = 128;

    private static final int MOST_PAGES = 1 << 20;

    private final Cache level1;
    private final Cache level2;
    private final Cache pages;
    private final StridePrefetcher prefetcher = new StridePrefetcher();
    private long[] touched = new long[1024];
    private int lastLine;
    private int lastPage;

    private long level1Misses;
    private long level2Misses;
    private long unforeseenMisses;
    private long pageMisses;
    private long bulkLevel1Misses;
    private long touchedLines;

    /** Creates one that knows nothing yet. */
    Memory(CacheShape level1, CacheShape level2, int pages) {
        this.level1 = new Cache(level1.sets(), level1.ways());
        this.level2 = new Cache(level2.sets(), level2.ways());
        this.pages = new Cache(PAGE_SETS, pages / PAGE_SETS);
    }

    /**
     * Checks how many addresses of pages are kept.
     *
     * @throws IllegalArgumentException if that is no multiple of 128 from 128 to 1,048,576
     */
    static void checkPages(int pages) {
        if (pages < PAGE_SETS || pages > MOST_PAGES || pages % PAGE_SETS != 0) {
            throw new IllegalArgumentException(
                    "pages " + pages + " is no multiple of " + PAGE_SETS + " from " + PAGE_SETS + " to " + MOST_PAGES);
        }
    }

    /** Passes over bytes, line by line. */
    void sweep(long from, long to) {
        int last = line(to - 1);
        for (int line = line(from); line <= last; line++) {
            hasPage(line);
            if (!level1.access(line)) {
                bulkLevel1Misses++;
                level2.access(line);
                markTouched(line);
            }
        }
        lastLine = last;
    }

    /** Reads or writes eight bytes, which may lie in two lines. */
    void accessWord(long address, int place) {
        access(address, place);
        int last = line(address + Long.BYTES - 1);
        if (last != line(address)) {
            access(last, true);
        }
    }

    /**
     * Reads or writes bytes of one line. The line of the access before is in the level 1 cache, and the most recently used of its
     * set.
     *
     * @param place which access of the program it is
     */
    void access(long address, int place) {
        boolean foreseen = prefetcher.foresees(place, address);
        int line = line(address);
        if (line != lastLine) {
            access(line, foreseen);
        }
    }

    private void access(int line, boolean foreseen) {
        lastLine = line;
        if (!hasPage(line)) {
            pageMisses++;
        }
        if (!level1.access(line)) {
            level1Misses++;
            if (!level2.access(line)) {
                level2Misses++;
                if (!foreseen) {
                    unforeseenMisses++;
                }
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

    /** Returns how many accesses missed the level 1 cache. */
    long level1Misses() {
        return level1Misses;
    }

    /** Returns how many of them missed the level 2 cache too. */
    long level2Misses() {
        return level2Misses;
    }

    /** Returns how many missed both, without being foreseen. */
    long unforeseenMisses() {
        return unforeseenMisses;
    }

    /** Returns how many accesses had a page whose address was not kept. */
    long pageMisses() {
        return pageMisses;
    }

    /** Returns how many lines sweeps missed in the level 1 cache. */
    long bulkLevel1Misses() {
        return bulkLevel1Misses;
    }

    /** Returns the bytes of all lines that were accessed in any way. */
    long touchedBytes() {
        return touchedLines * CacheShape.LINE_BYTES;
    }
}
