/**
 * Floor 3, adapter: what ties a worker to Kafka: work topics, reports, heartbeats, signals, grants, revocations, settings.
 *
 * <p>Knows no handler. Imports floor 0, {@code wire}, {@code topic}, {@code key} and kafka-clients. Start with
 * {@link dev.penstock.api.link.Intake}, the way of a record from its work topic to its acknowledgement.
 */
@NullMarked
package dev.penstock.api.link;

import org.jspecify.annotations.NullMarked;
