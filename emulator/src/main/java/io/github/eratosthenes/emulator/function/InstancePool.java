package io.github.eratosthenes.emulator.function;

/** The owner of instances; each tells it when it can take events. An instance holds its own lock during these calls. */
interface InstancePool {
    /** Takes an instance back that can have another event. */
    void available(Instance instance);

    /** Forgets an instance that can take no more events. */
    void gone(Instance instance);
}
