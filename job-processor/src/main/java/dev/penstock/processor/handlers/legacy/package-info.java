/**
 * Part of the room {@code handlers} (floor 3): what a legacy service tells of its customers, taken into a register.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.legacy.LegacyEventHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.legacy;

import org.jspecify.annotations.NullMarked;
