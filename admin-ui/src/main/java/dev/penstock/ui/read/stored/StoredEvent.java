package dev.penstock.ui.read.stored;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.ui.fact.EventFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event of a job or setting, refused and ignored commands too. */
@Entity
@Immutable
@IdClass(StoredEvent.Key.class)
@Table(name = "history")
public class StoredEvent extends PanacheEntityBase {
    /** What it is about and where it lies. */
    public record Key(String key, long logOffset) implements Serializable {}

    @Id
    @Column(name = "key")
    String key;

    @Id
    @Column(name = "log_offset")
    long logOffset;

    @Column(name = "log_partition")
    int logPartition;

    @Column(name = "version")
    long version;

    @Column(name = "event")
    String event;

    @Column(name = "at")
    Instant at;

    @Column(name = "actor")
    String actor;

    @Column(name = "reason")
    @Nullable
    String reason;

    @Column(name = "command")
    String command;

    @Column(name = "asked")
    boolean asked;

    @Column(name = "round")
    @Nullable
    Integer round;

    @Column(name = "attempt")
    @Nullable
    Integer attempt;

    @Column(name = "data")
    String data;

    public String key() {
        return key;
    }

    /** Id of the command behind it. */
    public String command() {
        return command;
    }

    public long offset() {
        return logOffset;
    }

    /** Its name. */
    public String event() {
        return event;
    }

    public EventFact fact(Mask mask) {
        return new EventFact(
                logPartition,
                logOffset,
                version,
                event,
                at,
                Actor.parse(actor),
                reason,
                command,
                round,
                attempt,
                mask.message(new Json(data)));
    }

    /** As the fold reads it, with an empty payload if it is a submission; null: a refusal or an answer, which changes nothing. */
    public @Nullable EventMessage message() {
        Class<?> type = EventCodec.NAMES.find(event);
        return type == null || version == 0
                ? null
                : new EventMessage(
                        key,
                        version,
                        command,
                        true,
                        Actor.parse(actor),
                        reason,
                        at,
                        CommandMessage.DEFAULT_TENANT,
                        null,
                        null,
                        null,
                        (Event) body(type));
    }

    /** The event's body as a word of job-api. */
    public <T> T body(Class<T> type) {
        return Columns.json(data, type);
    }
}
