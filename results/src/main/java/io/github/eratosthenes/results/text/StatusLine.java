package io.github.eratosthenes.results.text;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;

/**
 * Shows in one line what a long command is doing. On a terminal the line is overwritten; elsewhere a new line is printed now
 * and then.
 */
public final class StatusLine {

    private static final int WIDTH = 80;
    private static final int LEAST_WIDTH = 20;

    /** Moves to the line's first column, and clears the line. */
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final int width;
    private final Duration betweenLines;
    private boolean shown;
    private long nextLineNanos = System.nanoTime();

    /**
     * Creates a line.
     *
     * @param out the stream that the line goes to
     * @param terminal whether the stream is a terminal
     * @param width how many characters fit into a line of the terminal
     * @param betweenLines the least time between two lines if the stream is not a terminal
     */
    StatusLine(PrintStream out, boolean terminal, int width, Duration betweenLines) {
        this.out = out;
        this.terminal = terminal;
        this.width = width;
        this.betweenLines = betweenLines;
    }

    /**
     * Returns a line for a stream, which is treated as a terminal if it is this program's standard output and a terminal.
     *
     * @param betweenLines the least time between two lines if the stream is not a terminal
     */
    public static StatusLine of(PrintStream out, Duration betweenLines) {
        return new StatusLine(out, isStandardOutput(out) && isTerminal(), width(), betweenLines);
    }

    @SuppressWarnings("ReferenceEquality") // a stream is no other
    private static boolean isStandardOutput(PrintStream out) {
        return out == System.out;
    }

    /**
     * Returns whether the output is a terminal. Before JDK 22, only a terminal has a console; since then, there always is a
     * console, which can be asked.
     */
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

    /** Overwrites the line on a terminal; elsewhere prints the text, unless the last line was printed a moment ago. */
    public synchronized void show(String text) {
        if (terminal) {
            // The last column stays free, because some terminals begin a new line after it
            out.print(CLEAR + text.substring(0, Math.min(text.length(), width - 1)));
            out.flush();
            shown = true;
        } else if (System.nanoTime() - nextLineNanos >= 0) {
            print(text);
        }
    }

    /** Overwrites the line on a terminal; elsewhere always prints the text. */
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

    /** Clears the line, so that something else can be printed. */
    public synchronized void clear() {
        if (shown) {
            out.print(CLEAR);
            out.flush();
            shown = false;
        }
    }
}
