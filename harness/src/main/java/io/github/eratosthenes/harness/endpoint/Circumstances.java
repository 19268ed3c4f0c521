package io.github.eratosthenes.harness.endpoint;

import io.github.eratosthenes.results.environment.BuildStamp;
import io.github.eratosthenes.results.environment.Machine;
import io.github.eratosthenes.results.environment.SittingTimer;
import io.github.eratosthenes.results.files.Endpoint;
import io.github.eratosthenes.results.files.Environment;
import io.github.eratosthenes.results.files.Environment.Jdk;
import io.github.eratosthenes.results.files.Environment.Sitting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Notes what environment.json tells of a run on an endpoint: the client's machine, which is a local endpoint's too. */
public final class Circumstances {

    private final SittingTimer timer = new SittingTimer();

    /** Starts the record of a run that begins now. */
    public Circumstances() {}

    /** Returns when the run began, in UTC to the second. */
    public String start() {
        return timer.start();
    }

    /** Returns how long it has taken. */
    public long seconds() {
        return timer.seconds();
    }

    /**
     * Returns the record as it stands.
     *
     * @param machine the machine's label
     * @param commandLine the command and its options
     * @param earlier what was written of earlier sittings; null where there were none
     */
    public Environment environment(
            String machine, Endpoint endpoint, List<String> commandLine, @Nullable Environment earlier) {
        Machine here = Machine.current();
        List<Sitting> sittings = new ArrayList<>(earlier == null ? List.of() : earlier.sittings());
        sittings.add(timer.sitting(0, null));
        String jdk = endpoint.jdk();
        return new Environment(
                machine,
                here.hardware(),
                here.system(),
                jdk == null ? List.of() : List.of(new Jdk(jdk, jdk, "the functions' JDK")),
                Map.of(),
                "Serial",
                null,
                0,
                BuildStamp.source(),
                commandLine,
                sittings);
    }
}
