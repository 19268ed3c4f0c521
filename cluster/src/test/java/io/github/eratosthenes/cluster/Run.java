package io.github.eratosthenes.cluster;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.BooleanSupplier;

/**
 * One call of the command in this JVM.
 *
 * @param exitCode what it would end the JVM with
 * @param out its standard output
 * @param err its standard error
 */
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        return of(() -> false, arguments);
    }

    static Run of(BooleanSupplier stop, String... arguments) {
        return of(stop, new StringWriter(), arguments);
    }

    static Run of(BooleanSupplier stop, Writer out, String... arguments) {
        StringWriter err = new StringWriter();
        int exitCode = ClusterMain.run(stop, new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
