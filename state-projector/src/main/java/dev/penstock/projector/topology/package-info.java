/**
 * Floor 3, adapter: the sink as a Kafka Streams topology: events in; rows, {@code jobs.state}, {@code jobs.statistics}
 * and dead letters out.
 *
 * <p>Imports lower floors, and {@code table} for the form of a sketch. Start with {@link dev.penstock.projector.topology.ProjectionTopology}, then
 * {@link dev.penstock.projector.topology.FoldProcessor}. Why the state of this topology lives in PostgreSQL and not in a
 * store of Kafka Streams stands at {@link dev.penstock.projector.topology.RowStore}.
 */
@NullMarked
package dev.penstock.projector.topology;

import org.jspecify.annotations.NullMarked;
