/**
 * Floor 3, adapter: what this process sends outside the transactions: timers and signals, through one plain idempotent
 * producer (A6).
 *
 * <p>Imports job-api. Start with {@link dev.penstock.processor.timer.PlainSender}.
 */
@NullMarked
package dev.penstock.processor.timer;

import org.jspecify.annotations.NullMarked;
