package io.github.eratosthenes.benchmarks.ruler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.ProfilerException;

class TurnProfilerTest {

    @Test
    void anIterationThatCountsWaitsForItsTurnAndAWarmUpDoesNot() throws Exception {
        try (ServerSocket study = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TurnProfiler profiler = new TurnProfiler(TurnProfiler.options(study.getLocalPort()));
            profiler.begin(false);
            try (Socket connection = study.accept()) {
                for (int slice = 0; slice < 2; slice++) {
                    CompletableFuture<Boolean> turn = turn(profiler);
                    assertThat(connection.getInputStream().read()).isZero();
                    assertThat(turn).isNotDone();

                    connection.getOutputStream().write(0);

                    assertThat(turn.join()).isTrue();
                }
            }
        }
    }

    @Test
    void anIterationFailsWhenNoTurnComesAnyMore() throws Exception {
        int port;
        try (ServerSocket study = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = study.getLocalPort();
            CompletableFuture<Boolean> turn = turn(new TurnProfiler(TurnProfiler.options(port)));

            study.accept().close();

            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(turn::join)
                    .withCauseInstanceOf(IllegalStateException.class);
        }
        TurnProfiler late = new TurnProfiler(TurnProfiler.options(port));
        assertThatIOException().isThrownBy(() -> late.begin(false));
    }

    @Test
    void thePortIsAnOptionAndNothingElseIs() {
        assertThatExceptionOfType(ProfilerException.class)
                .isThrownBy(() -> new TurnProfiler("here"))
                .withMessageContaining("'here' is not port=NUMBER");
    }

    private static CompletableFuture<Boolean> turn(TurnProfiler profiler) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                profiler.begin(true);
                return true;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
