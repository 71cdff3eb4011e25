/**
 * Part of the room {@code handlers} (floor 3): thumbnails of pictures, with the JDK.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.media.MakeThumbnailsHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.media;

import org.jspecify.annotations.NullMarked;
