/**
 * Floor 0, words: everything that can happen. One record for each accepted change, refusals and answers too.
 *
 * <p>Imports {@code job}, {@code setting} and {@code command}. Start with {@link dev.penstock.api.event.JobEvent}; an
 * {@link dev.penstock.api.event.EventMessage} is an event with its cause, its actor and its place in the job's history.
 */
@NullMarked
package dev.penstock.api.event;

import org.jspecify.annotations.NullMarked;
