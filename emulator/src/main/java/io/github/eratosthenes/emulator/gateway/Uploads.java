package io.github.eratosthenes.emulator.gateway;

import io.github.eratosthenes.emulator.runtime.Limits;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads requests' bodies: a body on its way holds no thread and has a time limit, and all bodies together fit into memory. */
public final class Uploads {
    /** The longest that a body may take to arrive; the emulator's own choice. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    /** The most of a body that is read, and API Gateway's limit; beyond {@link Limits#REQUEST_BYTES} only to be dropped. */
    private static final int READ_BYTES = 10 * 1024 * 1024;

    /**
     * The memory that is set aside for each byte of a body. Reckoned, not measured: one as received, one in the copy that is
     * passed on, one or two as text, two as JSON while the array for it grows, and one or two for what JSON escapes.
     */
    private static final int BYTES_PER_BYTE = 8;

    private final Duration limit;
    private final Semaphore kilobytes;

    /**
     * Limits all bodies together.
     *
     * @param limit how long a body may take
     * @param memoryBytes the memory for all of them together
     */
    public Uploads(Duration limit, long memoryBytes) {
        this.limit = limit;
        this.kilobytes = new Semaphore((int) Math.min(Integer.MAX_VALUE, memoryBytes / BYTES_PER_BYTE / 1024));
    }

    /** Takes the room for a request's body, to be given back with {@link #leave}; empty if there is not enough. */
    OptionalInt enter(Request request) {
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        long length = chunked ? Limits.REQUEST_BYTES : Math.max(0, request.getLength());
        int needed = (int) Math.min(Limits.REQUEST_BYTES / 1024, (length + 1023) / 1024);
        return kilobytes.tryAcquire(needed) ? OptionalInt.of(needed) : OptionalInt.empty();
    }

    void leave(int room) {
        kilobytes.release(room);
    }

    /**
     * Reads the body, or its first {@link Limits#REQUEST_BYTES} + 1 bytes if it is larger than that.
     *
     * @return a future that fails with a {@link java.util.concurrent.TimeoutException} when the limit is over
     */
    CompletableFuture<byte[]> read(Request request) {
        Reading reading = new Reading(request);
        reading.run();
        return reading.body.orTimeout(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** One body on its way. */
    private static final class Reading implements Runnable {
        private final Request request;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private long read;

        Reading(Request request) {
            this.request = request;
        }

        /** Takes what is there, and comes back when there is more. */
        @Override
        public void run() {
            while (!body.isDone()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                take(chunk);
            }
        }

        private void take(Content.Chunk chunk) {
            if (Content.Chunk.isFailure(chunk)) {
                body.completeExceptionally(chunk.getFailure());
                return;
            }
            read += chunk.remaining();
            byte[] bytes = new byte[Math.min(chunk.remaining(), Limits.REQUEST_BYTES + 1 - kept.size())];
            chunk.getByteBuffer().get(bytes);
            kept.writeBytes(bytes);
            boolean last = chunk.isLast();
            chunk.release();
            if (last || read > READ_BYTES) {
                body.complete(kept.toByteArray());
            }
        }
    }
}
