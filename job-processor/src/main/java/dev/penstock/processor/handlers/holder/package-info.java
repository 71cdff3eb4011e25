/**
 * Part of the room {@code handlers} (floor 3): the upkeep of the items' files: conversions, previews, cleaning (S4.3,
 * S4.12).
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file}, {@code item} and {@code media}. Start with
 * {@link dev.penstock.processor.handlers.holder.RunConvertersHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.holder;

import org.jspecify.annotations.NullMarked;
