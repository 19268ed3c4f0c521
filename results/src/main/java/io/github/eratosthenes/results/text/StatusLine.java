package io.github.eratosthenes.results.text;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * What a long command is doing, in one line: on a terminal the line is written over again and again, elsewhere it is printed now
 * and then.
 */
public final class StatusLine {

    private static final int WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /** Goes to the line's first column, and clears the line from there on. */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private final Duration betweenLines;
    private boolean shown;
    private long nextLineNanos = System.nanoTime();

    /**
     * A line.
     *
     * @param out where it goes
     * @param terminal whether that is a terminal
     * @param width how many characters of it fit there
     * @param betweenLines the least time between two lines elsewhere
     */
    StatusLine(PrintStream out, boolean terminal, int width, Duration betweenLines) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.betweenLines = betweenLines;
    }

    /**
     * Returns a line that goes to a stream: as to a terminal if the stream is this program's standard output, and that is one.
     *
     * @param betweenLines the least time between two lines elsewhere
     */
    public static StatusLine of(PrintStream out, Duration betweenLines) {
        return new StatusLine(out, isStandardOutput(out) && isTerminal(), width(), betweenLines);
    }

    @SuppressWarnings("ReferenceEquality") // a stream is no other
    private static boolean isStandardOutput(PrintStream out) {
        return out == System.out;
    }

    /** Before JDK 22 there is a console on a terminal only; since then there always is one, which can tell. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    private static int width() {
        try {
            String columns = System.getenv("COLUMNS");
            return columns == null ? WIDTH : Math.max(LEAST_WIDTH, Integer.parseInt(columns));
        } catch (NumberFormatException e) {
            return WIDTH;
        }
    }

    /** Shows a text in place of the one before; elsewhere prints it unless another was printed a moment ago. */
    public synchronized void show(String text) {
        if (terminal) {
            // the last column stays free: some terminals begin a new line when it is written to
            out.print(CLEAR + text.substring(0, Math.min(text.length(), width - 1)));
            out.flush();
            shown = true;
        } else if (System.nanoTime() - nextLineNanos >= 0) {
            print(text);
        }
    }

    /** Shows a text likewise, but elsewhere prints it in any case. */
    public synchronized void showAlways(String text) {
        if (terminal) {
            show(text);
        } else {
            print(text);
        }
    }

    private void print(String text) {
        out.println(text);
        nextLineNanos = System.nanoTime() + betweenLines.toNanos();
    }

    /** Prints a line that stays. */
    public synchronized void keep(String text) {
        clear();
        out.println(text);
    }

    /** Takes the text away, so that something else can be printed. */
    public synchronized void clear() {
        if (shown) {
            out.print(CLEAR);
            out.flush();
            shown = false;
        }
    }
}
