/**
 * Part of the room {@code command} (floor 4): what is written on the terminal, and how: answers, what is said about them, how far a long
 * work is.
 *
 * <p>Read {@link dev.penstock.projector.command.screen.Terminal} first.
 */
@NullMarked
package dev.penstock.projector.command.screen;

import org.jspecify.annotations.NullMarked;
