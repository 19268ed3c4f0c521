package io.github.eratosthenes.emulator.function;

import java.util.List;
import java.util.Objects;

/** Reaches the single instances of a function, which nobody but the function may do otherwise. */
public final class Instances {
    private Instances() {}

    /** Returns the ids of the processes that run. */
    public static List<Long> pids(LambdaFunction function) {
        return function.instances().stream()
                .map(Instance::running)
                .filter(Objects::nonNull)
                .map(RuntimeProcess::pid)
                .toList();
    }

    /** Returns how many there are, with a process or without. */
    public static int count(LambdaFunction function) {
        return function.instances().size();
    }

    /** Ends the idle ones, as their long idleness would. */
    public static void retire(LambdaFunction function) {
        function.instances().forEach(Instance::retire);
    }
}
