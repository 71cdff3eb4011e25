/**
 * Part of the room {@code chaos} (floor 4): the worker that the fault run starts several of, and the file in which each keeps what
 * its handlers really ran. Imports the SDK as a user's worker does.
 *
 * <p>Read {@link dev.penstock.stack.chaos.worker.StepHandler} first.
 */
@NullMarked
package dev.penstock.stack.chaos.worker;

import org.jspecify.annotations.NullMarked;
