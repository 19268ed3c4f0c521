package io.github.eratosthenes.emulator.function;

/** Where instances come from, and whom they tell what they and their events have come to. */
interface InstancePool {
    /** Takes an instance back that can have another event. The instance holds its own lock meanwhile. */
    void available(Instance instance);

    /** Forgets an instance, whose process has ended. */
    void gone(Instance instance);

    /** Takes back an event that the process of this instance did not take before it ended. */
    void returned(Instance instance, Invocation undelivered);
}
