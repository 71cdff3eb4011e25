/**
 * Part of the room {@code handlers} (floor 3): a publication with its children: thumbnails, the search index, a notice, each
 * step after the one before (S1.15 to S1.18).
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file}, {@code media}, {@code search} and {@code notice}. Start with
 * {@link dev.penstock.processor.handlers.publish.PublishMediaHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.publish;

import org.jspecify.annotations.NullMarked;
