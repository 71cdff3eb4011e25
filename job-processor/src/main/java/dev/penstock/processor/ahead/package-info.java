/**
 * Floor 3, adapter: reads submissions ahead of their turn while a partition is behind, so that a burst in one queue does not
 * keep those of other queues waiting (S1.28, docs/adr/0017).
 *
 * <p>Imports {@code due}. Start with {@link dev.penstock.processor.ahead.Backlog}, what is known of one partition; {@link
 * dev.penstock.processor.ahead.Scout} reads for all of them.
 */
@NullMarked
package dev.penstock.processor.ahead;

import org.jspecify.annotations.NullMarked;
