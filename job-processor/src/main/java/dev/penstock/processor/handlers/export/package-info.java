/**
 * Part of the room {@code handlers} (floor 3): the items of a module, or a report about them, as CSV or PDF (S4.3, S4.14).
 *
 * <p>Imports {@code dev.penstock.api.worker}, {@code item}, Jackson's CSV and PDFBox. Start with
 * {@link dev.penstock.processor.handlers.export.ExportModuleHandler}.
 */
@NullMarked
package dev.penstock.processor.handlers.export;

import org.jspecify.annotations.NullMarked;
