/**
 * Counts the primes of ranges too big for one machine, on Apache Spark.
 *
 * <p>{@link io.github.eratosthenes.cluster.ClusterMain} is the job, on the command line and for spark-submit alike. A
 * range is cut into tasks of about equal time; each task counts the primes of its part with a
 * {@link io.github.eratosthenes.core.RangeSieve}, and the driver adds them up. The parts that need no Spark are in
 * {@link io.github.eratosthenes.cluster.ranges}.
 */
@NullMarked
package io.github.eratosthenes.cluster;

import org.jspecify.annotations.NullMarked;
