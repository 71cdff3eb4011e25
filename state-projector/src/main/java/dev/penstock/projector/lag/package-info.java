/**
 * Floor 3, adapter: how far the rows are behind the log, written beside them so that every answer of the UI can say it.
 *
 * <p>Imports lower floors, {@code topology} for the reader's positions, {@code store} and {@code table}. Start with
 * {@link dev.penstock.projector.lag.FreshnessWriter}.
 */
@NullMarked
package dev.penstock.projector.lag;

import org.jspecify.annotations.NullMarked;
