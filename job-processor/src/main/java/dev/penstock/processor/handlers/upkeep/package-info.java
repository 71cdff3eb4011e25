/**
 * Part of the room {@code handlers} (floor 3): what the platform does for itself: system jobs, hidden by default, that
 * nobody triggers and nobody stops (S2.11, S2.15, S2.25).
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.upkeep.RefactorDataHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.upkeep;

import org.jspecify.annotations.NullMarked;
