/**
 * Limits, freezes and measures the processes of an instance through cgroups, the control groups of the Linux kernel.
 *
 * <p>{@link io.github.eratosthenes.emulator.cgroup.HostCgroups} finds out what this machine offers and returns {@link
 * io.github.eratosthenes.emulator.cgroup.Cgroups}, which make one {@link io.github.eratosthenes.emulator.cgroup.Cgroup} for
 * each instance. There are three kinds: the kernel's first and second version, and none.
 */
@NullMarked
package io.github.eratosthenes.emulator.cgroup;

import org.jspecify.annotations.NullMarked;
