/**
 * The engine of {@code wheel-segment}, which sieves a range one segment after another. core/README.md, "How the fast sieve
 * works", has pictures; docs/adr/0001 has the reasons.
 *
 * <p>In the order in which data flows through it:
 *
 * <ol>
 *   <li>{@link io.github.eratosthenes.core.segment.CpuCaches} reads the machine's caches, and {@link
 *       io.github.eratosthenes.core.segment.SegmentSizes} turns them into the bytes of a segment and the limits between the
 *       classes of sieving primes.
 *   <li>{@link io.github.eratosthenes.core.segment.SegmentedRange} counts or lists a whole range with a {@link
 *       io.github.eratosthenes.core.segment.SegmentCursor}, which sieves one segment after another; {@link
 *       io.github.eratosthenes.core.segment.SegmentLayout} has their places.
 *   <li>{@link io.github.eratosthenes.core.segment.SievingPrimes} finds the primes to cross off with, from {@link
 *       io.github.eratosthenes.core.segment.SmallPrimes} or with a second cursor.
 *   <li>In each segment {@link io.github.eratosthenes.core.segment.PreSieve} crosses off with the primes to 197, and {@link
 *       io.github.eratosthenes.core.segment.Crossers} with the others, in a way that suits their size:
 *       turns of 210 and turns of 30, each in chunks and in the whole segment ({@link
 *       io.github.eratosthenes.core.segment.TurnCrosser}), steps ({@link
 *       io.github.eratosthenes.core.segment.StepCrosser}), buckets ({@link
 *       io.github.eratosthenes.core.segment.BucketCrosser}, with {@link io.github.eratosthenes.core.segment.BucketSizes}).
 *       {@link io.github.eratosthenes.core.segment.Wheel30} and {@link io.github.eratosthenes.core.segment.Wheel210} hold the
 *       tables.
 *   <li>{@link io.github.eratosthenes.core.segment.PrimeBits} counts the bits that are left, with the loop that {@link
 *       io.github.eratosthenes.core.segment.WordCode} chooses for this JVM.
 * </ol>
 *
 * <p>{@link io.github.eratosthenes.core.segment.SegmentMemory} predicts the bytes that all of this allocates.
 */
@NullMarked
package io.github.eratosthenes.core.segment;

import org.jspecify.annotations.NullMarked;
