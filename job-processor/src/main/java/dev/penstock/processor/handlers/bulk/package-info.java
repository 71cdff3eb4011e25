/**
 * Part of the room {@code handlers} (floor 3): what a user does to many items at once: make, edit, change the status,
 * download (S4.3).
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file} and {@code item}. Start with
 * {@link dev.penstock.processor.handlers.bulk.BulkEditHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.bulk;

import org.jspecify.annotations.NullMarked;
