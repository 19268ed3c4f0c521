package io.github.eratosthenes.harness.endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback interface that answers as it is told, good manners or not, and counts requests. */
public final class RudeServer implements AutoCloseable {

    /** Answers a request. */
    @FunctionalInterface
    public interface Manners {
        /**
         * Answers on the socket.
         *
         * @param number the number of the request, from 1
         * @param line the request line
         * @return whether the connection is kept for another request
         */
        boolean answer(int number, String line, Socket socket) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Manners manners;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public RudeServer(Manners manners) {
        this.manners = manners;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Starts a server that answers everything with this text. */
    public static RudeServer saying(String text) {
        return new RudeServer((number, line, socket) -> {
            write(socket, text);
            return false;
        });
    }

    /** Returns an HTTP answer. */
    public static String http(int status, String headers, String body) {
        return "HTTP/1.1 " + status + " X\r\n" + headers + "Content-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    /** Returns a good answer of the sieves' function. */
    public static String good(String strategy, long max, long loops) {
        return http(
                200,
                "x-amzn-RequestId: 1\r\n",
                "{\"durationSeconds\": 0.25, \"max\": " + max + ", \"loops\": " + loops + ", \"strategy\": \""
                        + strategy + "\", \"primes\": 168, \"coldStart\": false}");
    }

    /** Writes a text. */
    public static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "rude-server");
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                start(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            String first = in.readLine();
            while (first != null) {
                String header = in.readLine();
                while (header != null && !header.isEmpty()) {
                    header = in.readLine();
                }
                if (!manners.answer(requests.incrementAndGet(), first, socket)) {
                    return;
                }
                first = in.readLine();
            }
        } catch (IOException e) {
            // the client has gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the address of a function here. */
    public URI function() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/prod/function");
    }

    /** Returns how many requests came. */
    public int requests() {
        return requests.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
        threads.forEach(Thread::interrupt);
    }
}
