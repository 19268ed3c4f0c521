package io.github.eratosthenes.benchmarks.work;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The agent of the JVMs that count: rewrites the sieves' classes and {@link BitSet}. */
public final class WorkAgent {

    private static final String BIT_SET = "java/util/BitSet";

    private WorkAgent() {}

    /** Called by the JVM before the main class. */
    public static void premain(String arguments, Instrumentation instrumentation) throws UnmodifiableClassException {
        instrumentation.addTransformer(new Transformer(), true);
        instrumentation.retransformClasses(BitSet.class);
    }

    private static final class Transformer implements ClassFileTransformer {

        /** Ends the JVM where a class cannot be rewritten: the JVM would go on with the class as it was, and count too little. */
        @Override
        @SuppressWarnings("SystemExitOutsideMain")
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                @Nullable String className,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] classFile) {
            if (className == null || !(className.startsWith(CrossingSite.CORE) || className.equals(BIT_SET))) {
                return null;
            }
            try {
                return AccessRewriter.rewrite(classFile);
            } catch (RuntimeException | Error e) {
                System.err.println(className + " cannot be rewritten: " + e);
                Runtime.getRuntime().halt(1);
                return null;
            }
        }
    }
}
