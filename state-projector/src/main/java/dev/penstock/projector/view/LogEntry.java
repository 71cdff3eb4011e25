package dev.penstock.projector.view;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.event.EventMessage;
import java.time.Instant;

/** One record of the event log as it was read. */
public sealed interface LogEntry {
    Place place();

    /** Append time of the record: how far behind the log its reader is. */
    Instant appendedAt();

    /** A fact. */
    record Fact(Place place, Instant appendedAt, EventMessage event) implements LogEntry {}

    /** Bytes nobody can read, or a fact that cannot be shown; the stream goes on behind it. */
    record Unreadable(Place place, Instant appendedAt, DeadLetter letter) implements LogEntry {}
}
