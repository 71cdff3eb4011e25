package dev.penstock.ui.read.stored;

import dev.penstock.api.dispatch.LogLine.Level;
import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.LogFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A log line of an attempt or of a process. */
@Entity
@Immutable
@IdClass(StoredLine.Key.class)
@Table(name = "log_line")
public class StoredLine extends PanacheEntityBase {
    /** Where it lies in {@code jobs.logs}. */
    public record Key(int logPartition, long logOffset) implements Serializable {}

    @Id
    @Column(name = "log_partition")
    int logPartition;

    @Id
    @Column(name = "log_offset")
    long logOffset;

    @Column(name = "job")
    @Nullable
    String job;

    @Column(name = "round")
    int round;

    @Column(name = "attempt")
    int attempt;

    @Column(name = "lease")
    long lease;

    @Column(name = "line")
    long line;

    @Enumerated(EnumType.STRING)
    @Column(name = "level")
    Level level;

    @Column(name = "source")
    String source;

    @Column(name = "message")
    String message;

    @Column(name = "at")
    Instant at;

    @Column(name = "appended_at")
    Instant appendedAt;

    public @Nullable String job() {
        return job;
    }

    public LogFact fact(Mask mask) {
        return new LogFact(
                new LogFact.Place(appendedAt, logPartition, logOffset),
                job == null ? null : new JobId(job),
                round,
                attempt,
                lease,
                line,
                level,
                source,
                mask.text(message),
                at);
    }
}
