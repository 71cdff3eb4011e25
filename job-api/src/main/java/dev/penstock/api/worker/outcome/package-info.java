/**
 * Floor 3, adapter: what may come of an attempt besides success and failure, and how it is counted.
 *
 * <p>Imports floor 0 alone. Handlers throw {@link dev.penstock.api.worker.outcome.SnoozeJob} and
 * {@link dev.penstock.api.worker.outcome.AbortJob}.
 */
@NullMarked
package dev.penstock.api.worker.outcome;

import org.jspecify.annotations.NullMarked;
