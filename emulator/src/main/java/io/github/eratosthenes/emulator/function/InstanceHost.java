package io.github.eratosthenes.emulator.function;

import io.github.eratosthenes.emulator.cgroup.Cgroups;
import io.github.eratosthenes.emulator.log.FunctionLog;
import io.github.eratosthenes.emulator.log.LogFollower;
import io.github.eratosthenes.emulator.runtime.ManagedRuntime;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What instances share.
 *
 * @param runtime how to start one
 * @param groups how to limit one
 * @param api where it asks for events
 * @param log where its lines go
 * @param follower what watches its output
 * @param timer what watches its time
 * @param starts how many may initialize at once
 */
public record InstanceHost(
        ManagedRuntime runtime,
        Cgroups groups,
        RuntimeApi api,
        FunctionLog log,
        LogFollower follower,
        ScheduledExecutorService timer,
        StartGate starts) {}
