package io.github.eratosthenes.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** Runs another main class in a process that ends when its parent does, even where the parent is killed. */
final class ChildMain {

    private ChildMain() {}

    /**
     * Runs a main class.
     *
     * @param arguments the name of the class, then its arguments
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread watch = new Thread(ChildMain::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(arguments[0] + " failed: " + e.getCause(), e);
        }
    }

    /** Reads the pipe from the parent, which never writes to it, and ends this process when it is closed. */
    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as closed
        }
        Runtime.getRuntime().halt(1);
    }
}
