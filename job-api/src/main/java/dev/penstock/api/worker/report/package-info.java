/**
 * Floor 3, adapter: what an attempt says to the log: its reports in their order, its progress, its lines.
 *
 * <p>Knows no handler. Imports floor 0 and {@code link}. Start with {@link dev.penstock.api.worker.report.Telling}.
 */
@NullMarked
package dev.penstock.api.worker.report;

import org.jspecify.annotations.NullMarked;
