/**
 * Part of the room {@code handlers} (floor 3): text and page pictures of PDF documents, with PDFBox.
 *
 * <p>Imports {@code dev.penstock.api.worker} and {@code file}. Start with
 * {@link dev.penstock.processor.handlers.document.ProcessDocumentHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.document;

import org.jspecify.annotations.NullMarked;
