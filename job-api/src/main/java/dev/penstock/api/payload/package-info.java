/**
 * Floor 3, adapter: typed payloads: the record that a handler gets, the type it belongs to, and its JSON Schema.
 *
 * <p>Imports floor 0 and {@code wire}. Start with {@link dev.penstock.api.payload.JobType}.
 */
@NullMarked
package dev.penstock.api.payload;

import org.jspecify.annotations.NullMarked;
