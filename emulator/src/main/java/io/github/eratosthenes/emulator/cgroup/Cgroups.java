package io.github.eratosthenes.emulator.cgroup;

import java.nio.file.Path;
import java.util.List;

/** Makes cgroups in the way that this machine offers. */
public interface Cgroups {

    /** What {@link #cpu} returns where nothing keeps the processor share. */
    String UNTHROTTLED = "unthrottled";

    /**
     * Makes the group of one instance.
     *
     * @param name the instance's name
     * @param memoryBytes the most memory, swap included, that its processes may have together
     */
    Cgroup create(String name, long memoryBytes);

    /** Returns how the memory limit is kept: {@code cgroup-v1}, {@code cgroup-v2} or {@code heap-only}. */
    String memoryLimit();

    /** Returns how the processor share is kept: {@code cgroup-v1}, {@code cgroup-v2} or {@link #UNTHROTTLED}. */
    String cpu();

    /** Returns whether idle instances are frozen. */
    boolean freezes();

    /** Returns the directories made for this emulator; they go when it ends. */
    List<Path> roots();

    /** Returns why the limits are weaker than Lambda's and what would help; empty when they are not. */
    String advice();
}
