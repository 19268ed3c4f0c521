package io.github.eratosthenes.emulator.function;

/** Where instances come from, and whom they tell whether they can have events. An instance holds its own lock meanwhile. */
interface InstancePool {
    /** Takes an instance back that can have another event. */
    void available(Instance instance);

    /** Forgets an instance that can have no event any more. */
    void gone(Instance instance);
}
