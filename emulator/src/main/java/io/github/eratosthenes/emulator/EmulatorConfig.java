package io.github.eratosthenes.emulator;

import io.github.eratosthenes.emulator.cgroup.HostCgroups;
import io.github.eratosthenes.emulator.gateway.Api;
import io.github.eratosthenes.emulator.runtime.FunctionConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What an emulator is asked to do.
 *
 * @param jar the function's jar
 * @param handler its handler in Lambda's notation
 * @param name the functions' common name; each adds its memory size
 * @param memoryMb the memory sizes, one function each; the first also answers to the bare name
 * @param timeout the functions' timeout
 * @param initLimit the longest init
 * @param uploadLimit the longest that a request may take to come
 * @param api the kind of API in front
 * @param concurrency the most instances of a function at a time
 * @param startsAtOnce how many instances of all functions may initialize at once
 * @param reservedMb the part of each memory size that the machine keeps for itself
 * @param environment the functions' environment variables
 * @param javaHome the JDK to run them with
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param log the file for a line of JSON a call
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
        int reservedMb,
        Map<String, String> environment,
        Path javaHome,
        String host,
        int port,
        Path log,
        Path workspaces,
        HostCgroups cgroups) {

    FunctionConfig function(int memory) {
        return new FunctionConfig(
                name + "-" + memory, handler, memory, timeout, initLimit, concurrency, reservedMb, environment);
    }
}
