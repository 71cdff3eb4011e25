/**
 * Part of the room {@code handlers} (floor 3): one PDF document of several, of a module's sheets or of what the studio has
 * made (S4.3, S4.14), with PDFBox.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code item} and PDFBox. Start with
 * {@link dev.penstock.processor.handlers.merge.MergedPdf}.
 */
@NullMarked
package dev.penstock.processor.handlers.merge;

import org.jspecify.annotations.NullMarked;
