/**
 * Part of the room {@code handlers} (floor 3): what the image and the video editing tool let a user download (S4.3,
 * S4.14), in plain Java.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file}, {@code item} and {@code media}. Start with
 * {@link dev.penstock.processor.handlers.render.DownloadVideoHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.render;

import org.jspecify.annotations.NullMarked;
