/**
 * Floor 3, adapter: records of foreign topics become jobs (S1.2, S2.2).
 *
 * <p>It runs in the processor's process, on a thread and with a client of its own: an installation that has processors has
 * triggers then, with no further program to start, watch and secure, and several processors share a topic's partitions as any
 * consumer group does. That is safe, because there is nothing of a user's in it: the mapping is data, the jobs go through the
 * public door like anybody's, and a trigger that cannot go on waits and holds up nobody but itself.
 *
 * <p>Imports {@code deadletter} and {@code dev.penstock.api}. Start with {@link dev.penstock.processor.trigger.TopicTrigger}.
 */
@NullMarked
package dev.penstock.processor.trigger;

import org.jspecify.annotations.NullMarked;
