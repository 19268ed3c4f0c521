package io.github.eratosthenes.core.segment;

/**
 * The form of the loops over words that this JVM's compiler makes the most of.
 *
 * <p>C2 makes vector code of plain loops of a constant length. C1, which is all that runs where HotSpot is told to stop at
 * its first compiler (as AWS Lambda tells it), compiles what is written, so fewer instructions and fewer variables win.
 */
public enum WordCode {
    /** Plain loops, for a compiler that makes vector code. */
    VECTOR,
    /** Loops with few instructions, for a compiler that does not. */
    SCALAR;

    /** The form for this JVM. */
    static final WordCode CURRENT = of(property("java.vm.info"), property("java.vm.name"));

    /**
     * Returns the form for what a JVM says of itself: HotSpot calls itself an emulated client when it has C1 alone, and a
     * client VM when it was built so. It does not say that it was told to stop at C1 with profiling ({@code
     * -XX:TieredStopAtLevel=2} or 3), where the form for C2 is slower but as right.
     */
    static WordCode of(String vmInfo, String vmName) {
        return vmInfo.contains("emulated-client") || vmInfo.contains("interpreted mode") || vmName.contains("Client VM")
                ? SCALAR
                : VECTOR;
    }

    private static String property(String name) {
        try {
            return System.getProperty(name, "");
        } catch (SecurityException e) {
            return "";
        }
    }
}
