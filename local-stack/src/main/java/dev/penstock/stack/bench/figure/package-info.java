/**
 * Part of the room {@code bench} (floor 4): what was measured, for the table and for the JSON.
 *
 * <p>Imports nothing. Start with {@link dev.penstock.stack.bench.figure.Figure}.
 */
@NullMarked
package dev.penstock.stack.bench.figure;

import org.jspecify.annotations.NullMarked;
