package io.github.eratosthenes.emulator.function;

/** Where instances come from, and whom they tell what they and their events have come to. */
interface InstancePool {
    /** The instance can take another event. It holds its own lock while it says so. */
    void available(Instance instance);

    /** The process of this instance has ended. */
    void gone(Instance instance);

    /** The process of this instance has ended before it took the event. */
    void returned(Instance instance, Invocation undelivered);
}
