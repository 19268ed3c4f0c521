package io.github.eratosthenes.emulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The set-up that both Jetty servers share. */
public final class Servers {
    /** The most threads of a server; a request that waits holds none. */
    private static final int THREADS = 1024;

    private Servers() {}

    /** Creates a server with threads of its own. */
    public static Server create(String name) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName(name);
        return new Server(threads);
    }

    /** Binds at once, so that the port is known, and a taken one is an error, before anything else starts. */
    public static ServerConnector listen(Server server, String host, int port, int headerBytes) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(headerBytes);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(host);
        connector.setPort(port);
        try {
            connector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + host + ":" + port, e);
        }
        server.addConnector(connector);
        return connector;
    }

    /** Starts to serve. */
    public static void start(Server server) {
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("cannot start the server " + server, e);
        }
    }

    /** Stops at once. */
    public static void stop(Server server) {
        try {
            server.setStopTimeout(0);
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop the server " + server, e);
        }
    }

    /** Reads the body, or its first {@code limit} + 1 bytes if it is larger than that; the rest is read and dropped. */
    public static byte[] body(Request request, int limit) throws IOException {
        try (InputStream in = Content.Source.asInputStream(request)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return bytes;
        }
    }
}
