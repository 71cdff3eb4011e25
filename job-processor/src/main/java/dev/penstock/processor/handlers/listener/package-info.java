/**
 * Part of the room {@code handlers} (floor 3): listeners to the platform's events, whose work must not be left half done:
 * a job that can be asked to stop and runs to its end all the same (S2.15).
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.listener.ExecuteListenerHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.listener;

import org.jspecify.annotations.NullMarked;
