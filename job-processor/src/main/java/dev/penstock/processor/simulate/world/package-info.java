/**
 * Part of the room {@code simulate} (floor 3): the real engine and the real gates on stores in memory, workers that are slots, and an
 * agenda in place of a clock.
 *
 * <p>Imports {@code measure}, {@code past}, {@code change}, {@code store}, the rooms {@code engine} and {@code gate}. Read
 * {@link dev.penstock.processor.simulate.world.Simulation} first.
 */
@NullMarked
package dev.penstock.processor.simulate.world;

import org.jspecify.annotations.NullMarked;
