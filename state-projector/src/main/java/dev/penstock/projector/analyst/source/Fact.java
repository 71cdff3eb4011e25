package dev.penstock.projector.analyst.source;

import dev.penstock.api.event.EventMessage;
import java.time.Instant;

/**
 * An event and where it lies.
 *
 * @param partition of {@code jobs.events}
 * @param offset in the partition
 * @param appendedAt timestamp of the record
 * @param event what happened
 * @param bytes of the record
 */
public record Fact(int partition, long offset, Instant appendedAt, EventMessage event, int bytes) {
    /** The same place with another telling of what happened. */
    public Fact with(EventMessage told) {
        return new Fact(partition, offset, appendedAt, told, bytes);
    }
}
