/**
 * Floor 1, rules: what has been lost, told from the log alone: silent workers, leaked leases, vanished dispatches.
 *
 * <p>No clock: every instant that comes in is an append time. Imports job-api's words. Start with
 * {@link dev.penstock.processor.detect.Silence}.
 */
@NullMarked
package dev.penstock.processor.detect;

import org.jspecify.annotations.NullMarked;
