/**
 * Part of the room {@code handlers} (floor 3): licence keys in bulk.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.licences.GenerateLicencesHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.licences;

import org.jspecify.annotations.NullMarked;
