package io.github.eratosthenes.core.segment;

/**
 * The form of the loops over words that is fastest with this JVM's compiler.
 *
 * <p>C2 makes vector code of plain loops of constant length. C1 compiles a loop as it is written, so fewer instructions and fewer
 * variables are faster. C1 is the only compiler if HotSpot is started with -XX:TieredStopAtLevel=1, as on AWS Lambda.
 */
public enum WordCode {
    /** Plain loops, for a compiler that makes vector code. */
    VECTOR,
    /** Loops with few instructions, for a compiler that makes no vector code. */
    SCALAR;

    /** The form for this JVM. */
    static final WordCode CURRENT = of(property("java.vm.info"), property("java.vm.name"));

    /**
     * Returns the form for a JVM's description of itself. HotSpot calls itself an emulated client if it has C1 alone, and a client
     * VM if it was built as one. Its description does not show {@code -XX:TieredStopAtLevel=2} or 3, which stop at C1 with
     * profiling. The form for C2 is slower there, but still correct.
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
