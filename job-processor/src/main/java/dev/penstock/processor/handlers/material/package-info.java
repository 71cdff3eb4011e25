/**
 * Part of the room {@code handlers} (floor 3): recordings and documents for the demo's jobs, made once from a seed; some are
 * broken on purpose.
 *
 * <p>Imports {@code file} and {@code item}. Start with {@link dev.penstock.processor.handlers.material.Documents}.
 */
@NullMarked
package dev.penstock.processor.handlers.material;

import org.jspecify.annotations.NullMarked;
