/**
 * Floor 3, adapter: the relay, which keeps the waits of {@code jobs.retry.*} and says when they are over (B9).
 *
 * <p>A wait lies in the longest rung that fits, then in a shorter one, and its last seconds in memory. Imports {@code due}
 * and, of its own floor, {@code timer}. Start with {@link dev.penstock.processor.delay.Relay}.
 */
@NullMarked
package dev.penstock.processor.delay;

import org.jspecify.annotations.NullMarked;
