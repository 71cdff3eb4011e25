package dev.penstock.ui.read.stored;

import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.AttemptFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An attempt that a worker began, or whose dispatch ended otherwise. */
@Entity
@Immutable
@IdClass(StoredAttempt.Key.class)
@Table(name = "attempt")
public class StoredAttempt extends PanacheEntityBase {
    /** Job and lease number. */
    public record Key(String job, long lease) implements Serializable {}

    @Id
    @Column(name = "job")
    String job;

    @Id
    @Column(name = "lease")
    long lease;

    @Column(name = "round")
    int round;

    @Column(name = "attempt")
    int attempt;

    @Column(name = "worker")
    @Nullable
    String worker;

    @Embedded
    @Nullable
    StoredDelivery delivery;

    @Column(name = "claimed")
    boolean claimed;

    @Column(name = "dispatched_at")
    @Nullable
    Instant dispatchedAt;

    @Column(name = "started_at")
    @Nullable
    Instant startedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "outcome")
    @Nullable
    String outcome;

    @Column(name = "took_ms")
    @Nullable
    Long tookMs;

    @Column(name = "note")
    @Nullable
    String note;

    @Embedded
    @Nullable
    StoredFailure failure;

    @Column(name = "error_stack")
    @Nullable
    String errorStack;

    public AttemptFact fact(Mask mask) {
        return new AttemptFact(
                round,
                attempt,
                lease,
                worker,
                StoredDelivery.of(delivery),
                claimed,
                dispatchedAt,
                startedAt,
                endedAt,
                outcome,
                Columns.millis(tookMs),
                note == null ? null : mask.text(note),
                StoredFailure.of(failure, errorStack, mask));
    }
}
