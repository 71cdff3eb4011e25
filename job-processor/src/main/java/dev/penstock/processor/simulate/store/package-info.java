/**
 * Part of the room {@code simulate} (floor 3): the stores of the engine and of the gates, in memory.
 *
 * <p>Imports the rooms {@code engine}, {@code decide}, {@code gate} and {@code kin}. Read
 * {@link dev.penstock.processor.simulate.store.Books} first.
 */
@NullMarked
package dev.penstock.processor.simulate.store;

import org.jspecify.annotations.NullMarked;
