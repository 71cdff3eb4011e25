/**
 * Part of the room {@code handlers} (floor 3): notices that are pushed into people's trays (S1.27).
 *
 * <p>Imports {@code dev.penstock.api.worker} {@code file}, {@code mail} and {@code webhook}. Start with
 * {@link dev.penstock.processor.handlers.notice.NotifyHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.notice;

import org.jspecify.annotations.NullMarked;
