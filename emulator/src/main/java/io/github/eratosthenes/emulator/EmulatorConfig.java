package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.cgroup.HostCgroups;
import io.github.eratosthenes.emulator.gateway.Api;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import io.github.eratosthenes.emulator.runtime.Machine;
import io.github.eratosthenes.emulator.runtime.ManagedRuntime;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of an emulator.
 *
 * @param jar the function's jar
 * @param handler its handler in Lambda's notation
 * @param name the functions' common name; each adds its memory size
 * @param memoryMb the memory sizes, one function each; the first also answers to the bare name
 * @param timeout the functions' timeout
 * @param initLimit the longest init
 * @param uploadLimit the longest that a request may take to arrive
 * @param api the kind of API in front
 * @param concurrency the most instances of a function at a time
 * @param startsAtOnce how many instances of all functions may initialize at once
 * @param machine the machine that the emulator imitates
 * @param environment the functions' environment variables
 * @param runtime the managed runtime
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param log the file that gets a line of JSON for each call
 * @param workspaces the folder in which the emulator makes its own
 * @param cgroups where to look for cgroups
 */
record EmulatorConfig(
        Path jar,
        String handler,
        String name,
        List<Integer> memoryMb,
        Duration timeout,
        Duration initLimit,
        Duration uploadLimit,
        Api api,
        int concurrency,
        int startsAtOnce,
        Machine machine,
        Map<String, String> environment,
        ManagedRuntime.Settings runtime,
        String host,
        int port,
        Path log,
        Path workspaces,
        HostCgroups cgroups) {

    FunctionConfig function(int memory) {
        return new FunctionConfig(
                name + "-" + memory, handler, memory, timeout, initLimit, concurrency, machine, environment);
    }
}
