/**
 * Part of the room {@code handlers} (floor 3): how handlers write files so that a second run of the same job does no harm.
 *
 * <p>Imports {@code dev.penstock.api.worker}. Start with {@link dev.penstock.processor.handlers.file.WholeFile}.
 */
@NullMarked
package dev.penstock.processor.handlers.file;

import org.jspecify.annotations.NullMarked;
