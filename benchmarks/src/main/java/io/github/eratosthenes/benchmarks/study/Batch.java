package io.github.eratosthenes.benchmarks.study;

import io.github.eratosthenes.benchmarks.study.ForkRunner.Fork;
import io.github.eratosthenes.benchmarks.study.PlannedCell.Measured;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs one fork of each of several cells. Their JVMs live side by side and measure in turn, one slice each, until all slices
 * are done.
 *
 * <p>A shared machine is slow for fractions of a second up to minutes. If slices are measured in turn, a slow time affects all
 * cells alike, and the slices of each cell are spread over the whole batch, so some of them meet a fast machine. If cells were
 * measured one after another, a slow time would affect a single cell.
 *
 * <p>All JVMs are warm before the first one measures. From then on, only one JVM works at a time.
 */
final class Batch {

    /**
     * How many JVMs start and warm up at the same time. Nothing is measured meanwhile, and the smallest machine on which a study
     * makes sense has two cores.
     */
    static final int WARM_UPS_AT_ONCE = 2;

    /** How often a JVM that has not connected is checked for failure. */
    private static final int LOOK_MILLIS = 100;

    /** How long the JVMs of a failed batch may take to end; one may be in a warm-up of ten seconds. */
    private static final long END_SECONDS = 30;

    /** The main class of JMH's forks. */
    private static final String FORK = "org.openjdk.jmh.runner.ForkedMain";

    private final ForkRunner runner;
    private final Duration silence;

    /**
     * Creates a batch.
     *
     * @param silence a JVM that neither asks for a turn nor ends for this time, beside the planned time of the whole batch, is taken for
     *     hung
     */
    Batch(ForkRunner runner, Duration silence) {
        this.runner = runner;
        this.silence = silence;
    }

    /**
     * Runs the cells.
     *
     * @param started is given each cell just before its JVM starts
     * @return their forks, in the same order
     * @throws CellFailedException if the benchmark or its JVM fails or hangs; no JVM is left running
     */
    List<Fork> run(List<Measured> cells, Consumer<Measured> started) throws IOException, CellFailedException {
        long patienceMillis = cells.stream().mapToLong(Measured::expectedMillis).sum();
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Player> players = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(LOOK_MILLIS);
            for (Measured cell : cells) {
                if (players.size() >= WARM_UPS_AT_ONCE) {
                    players.get(players.size() - WARM_UPS_AT_ONCE).awaitReady();
                }
                started.accept(cell);
                Player player = start(cell, server, patienceMillis, threads);
                players.add(player);
                player.connection().setSoTimeout(Math.toIntExact(silence.toMillis() + patienceMillis));
            }
            for (Player player : players.subList(Math.max(0, players.size() - WARM_UPS_AT_ONCE), players.size())) {
                player.awaitReady();
            }
            takeTurns(cells, players);
            List<Fork> forks = new ArrayList<>();
            for (Player player : players) {
                forks.add(player.fork());
            }
            return forks;
        } finally {
            players.forEach(Player::leave);
            end(threads);
        }
    }

    /** Lets all measure in turn. A cell with fewer slices than others misses turns, so that its slices too are spread over the whole. */
    private static void takeTurns(List<Measured> cells, List<Player> players) throws IOException, CellFailedException {
        int turns =
                cells.stream().mapToInt(cell -> cell.effort().slices()).max().orElse(0);
        for (int turn = 1; turn <= turns; turn++) {
            for (int i = 0; i < players.size(); i++) {
                long slices = cells.get(i).effort().slices();
                boolean isDue = turn * slices / turns > (turn - 1) * slices / turns;
                if (isDue && players.get(i).takesTurn() == (turn == turns)) {
                    throw new CellFailedException(
                            cells.get(i).cell(), new IOException("it did not measure " + slices + " slices"));
                }
            }
        }
    }

    /** Starts a JVM and returns when its benchmark is about to run. */
    private Player start(Measured cell, ServerSocket server, long patienceMillis, ExecutorService threads)
            throws IOException, CellFailedException {
        String ownClassPath = ForkRunner.setClassPath(runner.classPath(cell.cell()));
        try {
            Future<Fork> fork = threads.submit(() -> runner.run(cell, server.getLocalPort(), patienceMillis));
            return new Player(cell.cell(), fork, connection(cell.cell(), server, fork));
        } finally {
            ForkRunner.setClassPath(ownClassPath);
        }
    }

    private static Socket connection(Cell cell, ServerSocket server, Future<Fork> fork)
            throws IOException, CellFailedException {
        while (true) {
            try {
                return server.accept();
            } catch (SocketTimeoutException e) {
                if (fork.isDone()) {
                    result(cell, fork);
                    throw new CellFailedException(cell, new IOException("its JVM has ended without taking a turn"));
                }
            }
        }
    }

    private static Fork result(Cell cell, Future<Fork> fork) throws IOException, CellFailedException {
        try {
            return fork.get();
        } catch (ExecutionException e) {
            throw new CellFailedException(cell, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in the middle of " + cell);
        }
    }

    private static void end(ExecutorService threads) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                killForks();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills all forks: JMH has no way to end one that has hung. */
    private static void killForks() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(FORK))
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** One JVM with its connection. */
    private record Player(Cell cell, Future<Fork> future, Socket connection) {

        /** Lets the JVM measure one slice; returns whether it has another. */
        boolean takesTurn() throws IOException, CellFailedException {
            try {
                connection.getOutputStream().write(0);
            } catch (SocketException e) {
                return ended();
            }
            return awaitReady();
        }

        /** Waits until the JVM asks for a turn or has ended; returns whether it asks for one. */
        boolean awaitReady() throws IOException, CellFailedException {
            try {
                if (connection.getInputStream().read() >= 0) {
                    return true;
                }
            } catch (SocketTimeoutException e) {
                killForks();
                throw new CellFailedException(
                        cell,
                        new IOException("its JVM hung: for " + connection.getSoTimeout() / 1_000
                                + " s it neither measured nor ended"));
            } catch (SocketException e) {
                // The JVM was killed, and its result explains that better
            }
            return ended();
        }

        /** Waits for the JVM's result, so that the JVM does not run beside the next turn. */
        private boolean ended() throws IOException, CellFailedException {
            fork();
            return false;
        }

        Fork fork() throws IOException, CellFailedException {
            return result(cell, future);
        }

        /** Ends a JVM that still waits for a turn. */
        void leave() {
            try {
                connection.close();
            } catch (IOException e) {
                // The JVM has closed the connection already
            }
        }
    }
}
