package io.github.eratosthenes.benchmarks.work;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
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

    /**
     * Starts the agent. The JVM calls this before the main class.
     *
     * <p>First rewrites {@link BitSet} once and drops the result, to load all classes that rewriting needs. Otherwise the transformer
     * would load them later. If the JDK uses {@code BitSet} to open a jar of the class path, the transformer would then wait for
     * the very class that it has to rewrite.
     */
    public static void premain(String arguments, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        AccessRewriter.rewrite(classFile(BitSet.class));
        instrumentation.addTransformer(new Transformer(), true);
        instrumentation.retransformClasses(BitSet.class);
    }

    private static byte[] classFile(Class<?> type) throws IOException {
        String file = type.getSimpleName() + ".class";
        try (InputStream content = type.getResourceAsStream(file)) {
            if (content == null) {
                throw new FileNotFoundException(file + " is not beside " + type.getName());
            }
            return content.readAllBytes();
        }
    }

    private static final class Transformer implements ClassFileTransformer {

        /** Ends the JVM if a class cannot be rewritten. The JVM would otherwise keep the original class, and count too little. */
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
