package io.github.eratosthenes.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** The counters of the yardstick study: the native library, a sieve from Maven Central, and the fast sieves of this project. */
public enum Yardstick {
    /** libprimesieve on one thread. */
    PRIMESIEVE(NativeYardstick.class, "primesieve", range -> ofNative(range).primesieve()),
    /** {@code wheel-segment}, on one thread. */
    WHEEL_SEGMENT(
            NativeYardstick.class, "wheelSegment", range -> ofNative(range).wheelSegment()),
    /** rings' sieve of Atkin, on one thread. */
    RINGS(PeerYardstick.class, "rings", range -> ofPeer(range).rings()),
    /** libprimesieve on all processors. */
    PRIMESIEVE_PARALLEL(
            NativeYardstick.class,
            "primesieveParallel",
            range -> ofNative(range).primesieveParallel()),
    /** {@code parallel}, on all processors. */
    PARALLEL(NativeYardstick.class, "parallel", range -> ofNative(range).parallel());

    private final Class<?> benchmarkClass;
    private final String method;
    private final ToLongFunction<YardstickRange> count;

    Yardstick(Class<?> benchmarkClass, String method, ToLongFunction<YardstickRange> count) {
        this.benchmarkClass = benchmarkClass;
        this.method = method;
        this.count = count;
    }

    private static NativeYardstick ofNative(YardstickRange range) {
        NativeYardstick yardstick = new NativeYardstick();
        yardstick.range = range;
        return yardstick;
    }

    private static PeerYardstick ofPeer(YardstickRange range) {
        PeerYardstick yardstick = new PeerYardstick();
        yardstick.range = range;
        return yardstick;
    }

    /** Returns the benchmark's class. */
    public Class<?> benchmarkClass() {
        return benchmarkClass;
    }

    /** Returns the benchmark's method. */
    public String method() {
        return method;
    }

    /** Returns the ranges that this counter can count. */
    public List<YardstickRange> ranges() {
        return this == RINGS ? PeerYardstick.RANGES : List.of(YardstickRange.values());
    }

    /** Counts a range once, and checks the count. */
    public long count(YardstickRange range) {
        return count.applyAsLong(range);
    }

    /** Returns why it cannot be measured on this machine; empty if it can. */
    public Optional<String> missing() {
        boolean needsLibrary = this == PRIMESIEVE || this == PRIMESIEVE_PARALLEL;
        return needsLibrary && !Primesieve.isInstalled() ? Optional.of(Primesieve.howToInstall()) : Optional.empty();
    }

    /**
     * Returns the yardstick of a benchmark.
     *
     * @param benchmark class and method, such as {@code NativeYardstick.primesieve}
     * @throws IllegalArgumentException if there is none
     */
    public static Yardstick of(String benchmark) {
        return Arrays.stream(values())
                .filter(yardstick ->
                        benchmark.equals(yardstick.benchmarkClass.getSimpleName() + "." + yardstick.method))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown benchmark '" + benchmark + "'"));
    }
}
