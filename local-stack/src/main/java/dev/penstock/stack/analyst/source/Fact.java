package dev.penstock.stack.analyst.source;

import dev.penstock.api.event.EventMessage;
import java.time.Instant;

/**
 * An event and where it lies.
 *
 * @param partition of {@code jobs.events}
 * @param offset in the partition
 * @param appendedAt timestamp of the record
 * @param event what happened
 */
public record Fact(int partition, long offset, Instant appendedAt, EventMessage event) {}
