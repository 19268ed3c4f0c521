package io.github.eratosthenes.benchmarks.work;

import io.github.eratosthenes.benchmarks.work.CrossingSite.Event;
import io.github.eratosthenes.benchmarks.work.trace.ArrayCalls;
import io.github.eratosthenes.benchmarks.work.trace.Trace;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Rewrites a class so that it calls {@link Trace} before each branch on numbers and each access to an array, and after each new
 * array.
 *
 * <p>Calls of {@link Arrays}, {@code System.arraycopy} and {@code clone} become calls of {@link ArrayCalls}. A thread that is
 * started runs at once in the thread that starts it. So one trace serves all threads, without races, and every run is the same.
 */
final class AccessRewriter extends MethodVisitor {

    private static final String TRACE = Type.getInternalName(Trace.class);
    private static final String ARRAY_CALLS = Type.getInternalName(ArrayCalls.class);
    private static final String BIT_SET = "java/util/BitSet";
    private static final String ARRAYS = "java/util/Arrays";
    private static final String VAR_HANDLE = "java/lang/invoke/VarHandle";

    /** Methods that are not counted, because sieves call them for a few elements of tables and lists only. */
    private static final Set<String> SMALL_CALLS = Set.of("stream", "setAll");

    private final String className;
    private final String method;
    private final Set<Label> passed = new HashSet<>();
    private int branches;
    private int accesses;

    private AccessRewriter(MethodVisitor next, String className, String method) {
        super(Opcodes.ASM9, next);
        this.className = className;
        this.method = method;
    }

    /**
     * Returns the rewritten class.
     *
     * @throws IllegalStateException if the class calls a method that works through arrays and that {@link ArrayCalls} lacks
     */
    static byte[] rewrite(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        return new AccessRewriter(
                                super.visitMethod(access, name, descriptor, signature, exceptions),
                                reader.getClassName(),
                                name);
                    }
                },
                0);
        return writer.toByteArray();
    }

    @Override
    public void visitCode() {
        super.visitCode();
        countIfCrossing(Event.CALL);
    }

    @Override
    public void visitInsn(int opcode) {
        switch (opcode) {
            case Opcodes.BALOAD -> read(Byte.BYTES);
            case Opcodes.CALOAD, Opcodes.SALOAD -> read(Short.BYTES);
            case Opcodes.IALOAD, Opcodes.FALOAD, Opcodes.AALOAD -> read(Integer.BYTES);
            case Opcodes.LALOAD, Opcodes.DALOAD -> read(Long.BYTES);
            case Opcodes.BASTORE -> write(Byte.BYTES);
            case Opcodes.CASTORE, Opcodes.SASTORE -> write(Short.BYTES);
            case Opcodes.IASTORE, Opcodes.FASTORE, Opcodes.AASTORE -> write(Integer.BYTES);
            case Opcodes.LASTORE, Opcodes.DASTORE -> write(Long.BYTES);
            default -> {}
        }
        super.visitInsn(opcode);
        if (opcode == Opcodes.BASTORE) {
            countIfCrossing(Event.BYTE);
        } else if (opcode == Opcodes.LASTORE) {
            countIfCrossing(Event.LONG);
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        super.visitIntInsn(opcode, operand);
        if (opcode == Opcodes.NEWARRAY) {
            countNewArray();
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (opcode == Opcodes.ANEWARRAY) {
            countNewArray();
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        super.visitMultiANewArrayInsn(descriptor, dimensions);
        countNewArray();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals(VAR_HANDLE)) {
            countWordAccess(name, descriptor);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (name.equals("set")) {
                countIfCrossing(Event.WORD);
            }
        } else if ((owner.equals(ARRAYS) && !SMALL_CALLS.contains(name))
                || (owner.equals("java/lang/System") && name.equals("arraycopy"))) {
            callInstead(name, descriptor);
        } else if (owner.startsWith("[") && name.equals("clone")) {
            callInstead(name, "(" + (owner.startsWith("[L") ? "[Ljava/lang/Object;" : owner) + ")Ljava/lang/Object;");
        } else if (owner.equals("java/lang/Thread")
                && name.equals("start")
                && className.startsWith(CrossingSite.CORE)) {
            super.visitMethodInsn(opcode, owner, "run", descriptor, isInterface);
        } else {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            if (owner.equals(BIT_SET)
                    && descriptor.equals("(I)V")
                    && Set.of("set", "clear").contains(name)) {
                countIfCrossing(Event.BIT);
            }
        }
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        super.visitLabel(label);
    }

    /** Branches on references, which sieves hardly have, and switches are not counted. A jump to a label that was passed goes back. */
    @Override
    public void visitJumpInsn(int opcode, Label label) {
        String call = passed.contains(label) ? "branchBack" : "branch";
        if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE) {
            super.visitInsn(Opcodes.DUP);
            branch(call, opcode - Opcodes.IFEQ, "(III)V");
        } else if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
            super.visitInsn(Opcodes.DUP2);
            branch(call, opcode - Opcodes.IF_ICMPEQ, "(IIII)V");
        } else if (opcode == Opcodes.GOTO && passed.contains(label)) {
            trace("turn", "()V");
        }
        super.visitJumpInsn(opcode, label);
    }

    private void branch(String call, int relation, String descriptor) {
        super.visitIntInsn(Opcodes.BIPUSH, relation);
        place("branch", branches++);
        trace(call, descriptor);
    }

    /** Adds a call before a read. The stack is …, array, index. */
    private void read(int elementBytes) {
        super.visitInsn(Opcodes.DUP2);
        call("read", elementBytes);
    }

    /** Adds a call before a write. The stack is …, array, index, value. */
    private void write(int elementBytes) {
        boolean wide = elementBytes == Long.BYTES;
        beforeValue(wide);
        call("write", elementBytes);
        afterValue(wide);
    }

    private void call(String name, int elementBytes) {
        super.visitIntInsn(Opcodes.BIPUSH, elementBytes);
        place("access", accesses++);
        trace(name, "(Ljava/lang/Object;III)V");
    }

    /**
     * Pushes the place of an instruction. A place is the same in each JVM: the number of the instruction among those of its kind in
     * its method.
     */
    private void place(String kind, int number) {
        super.visitLdcInsn((className + "." + method + "." + kind + number).hashCode());
    }

    private void countWordAccess(String name, String descriptor) {
        switch (name + descriptor) {
            case "get([BI)J" -> {
                super.visitInsn(Opcodes.DUP2);
                place("access", accesses++);
                trace("readWord", "([BII)V");
            }
            case "set([BIJ)V" -> {
                beforeValue(true);
                place("access", accesses++);
                trace("writeWord", "([BII)V");
                afterValue(true);
            }
            default -> throw unknown(VAR_HANDLE, name, descriptor);
        }
    }

    /** Turns the stack from …, array, index, value into …, value, array, index, array, index. */
    private void beforeValue(boolean wide) {
        super.visitInsn(wide ? Opcodes.DUP2_X2 : Opcodes.DUP_X2);
        super.visitInsn(wide ? Opcodes.POP2 : Opcodes.POP);
        super.visitInsn(Opcodes.DUP2);
    }

    /** Turns the stack from …, value, array, index into …, array, index, value. */
    private void afterValue(boolean wide) {
        super.visitInsn(wide ? Opcodes.DUP2_X2 : Opcodes.DUP2_X1);
        super.visitInsn(Opcodes.POP2);
    }

    private void countNewArray() {
        super.visitInsn(Opcodes.DUP);
        trace("allocated", "(Ljava/lang/Object;)V");
    }

    private void countIfCrossing(Event event) {
        if (CrossingSite.isOne(className, method, event)) {
            trace("crossedOff", "()V");
        }
    }

    private void callInstead(String name, String descriptor) {
        List<String> known = Arrays.stream(ArrayCalls.class.getMethods())
                .filter(call -> call.getName().equals(name))
                .map(Type::getMethodDescriptor)
                .toList();
        if (!known.contains(descriptor)) {
            throw unknown(ARRAYS, name, descriptor);
        }
        super.visitMethodInsn(Opcodes.INVOKESTATIC, ARRAY_CALLS, name, descriptor, false);
    }

    private void trace(String name, String descriptor) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, TRACE, name, descriptor, false);
    }

    private IllegalStateException unknown(String owner, String name, String descriptor) {
        return new IllegalStateException(className + "." + method + " calls " + owner + "." + name + descriptor
                + ", whose accesses to arrays cannot be counted");
    }
}
