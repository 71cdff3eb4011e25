/**
 * Part of the room {@code handlers} (floor 3): sound at other rates and in other containers, with the JDK alone: work that
 * takes a processor and minutes, and can be stopped and gone on with.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.transcode.TranscodeMediaHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.transcode;

import org.jspecify.annotations.NullMarked;
