/**
 * Part of the room {@code handlers} (floor 3): the print studio of the demo: inputs go into an item, pages come out of it
 * (S4.3, S4.18), with PDFBox.
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code file}, {@code item} and PDFBox. Start with
 * {@link dev.penstock.processor.handlers.studio.GenerateOutputsHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.studio;

import org.jspecify.annotations.NullMarked;
