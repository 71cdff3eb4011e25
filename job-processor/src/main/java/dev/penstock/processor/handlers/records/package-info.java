/**
 * Part of the room {@code handlers} (floor 3): import and export of accounts as CSV, by checkpoints.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file} and Jackson's CSV. Start with
 * {@link dev.penstock.processor.handlers.records.ImportRecordsHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.records;

import org.jspecify.annotations.NullMarked;
