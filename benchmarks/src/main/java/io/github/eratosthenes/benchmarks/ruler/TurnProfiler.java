package io.github.eratosthenes.benchmarks.ruler;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.profile.ProfilerException;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Delays each measured iteration until it is this JVM's turn. So several JVMs can live side by side and measure one after
 * another, slice by slice.
 *
 * <p>The study listens on a loopback port. A JVM connects before its first iteration. Before each measured iteration it sends
 * one byte, which means that its last iteration is over and that it is ready, and waits for one byte. Warm-up iterations do not
 * wait. If the study ends, the connection closes, and the benchmark fails instead of waiting for ever.
 *
 * <p>It must be the first profiler, so that the other profilers do not measure the wait.
 */
public final class TurnProfiler implements InternalProfiler {

    private static final Pattern PORT = Pattern.compile("port=([0-9]{1,5})");

    private final int port;
    private final ByteBuffer signal = ByteBuffer.allocateDirect(1);
    private @Nullable SocketChannel study;

    /**
     * Creates a profiler with options, for JMH.
     *
     * @throws ProfilerException if the options are not {@code port=NUMBER}
     */
    public TurnProfiler(String options) throws ProfilerException {
        Matcher matcher = PORT.matcher(options);
        if (!matcher.matches()) {
            throw new ProfilerException("'" + options + "' is not port=NUMBER, of the study that gives the turns");
        }
        port = Integer.parseInt(matcher.group(1));
    }

    /** Returns the options of a profiler that gets its turns from a study on a port. */
    public static String options(int port) {
        return "port=" + port;
    }

    @Override
    public String getDescription() {
        return "Measured iterations of several JVMs in turn";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        try {
            begin(iteration.getType() == IterationType.MEASUREMENT);
        } catch (IOException e) {
            throw new IllegalStateException("the study that gives the turns has ended", e);
        }
    }

    /** Connects before the first iteration, and waits for its turn before each measured iteration. */
    void begin(boolean counts) throws IOException {
        if (study == null) {
            study = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
        if (counts) {
            signal.clear();
            study.write(signal);
            signal.clear();
            if (study.read(signal) < 0) {
                throw new IOException("the study gives no more turns");
            }
        }
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        return List.of();
    }
}
