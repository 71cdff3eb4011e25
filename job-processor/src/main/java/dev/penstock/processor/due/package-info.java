/**
 * Floor 2, flow: what time does to the jobs of one partition, as commands (A6). Level, not edge: every tick looks at
 * every lease, and a timer is sent again until its effect is in the state.
 *
 * <p>Knows no Kafka; what it needs of the world is in {@link dev.penstock.processor.due.Watch} and
 * {@link dev.penstock.processor.due.Shelf}. Imports {@code decide}, {@code cron}, {@code detect} and job-api's words and fold. Start
 * with {@link dev.penstock.processor.due.PartitionTimers}.
 */
@NullMarked
package dev.penstock.processor.due;

import org.jspecify.annotations.NullMarked;
