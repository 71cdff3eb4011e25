package dev.penstock.ui.read.stored;

import dev.penstock.api.dispatch.Beat;
import dev.penstock.ui.fact.WorkerFact;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A worker by its last heartbeat. */
@Entity
@Immutable
@Table(name = "worker")
public class StoredWorker extends PanacheEntityBase {
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "host")
    String host;

    @Column(name = "version")
    String version;

    @Column(name = "queues")
    String[] queues;

    @Column(name = "types")
    String types;

    @Column(name = "slots")
    int slots;

    @Column(name = "busy")
    int busy;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    Beat.State state;

    @Column(name = "beat_at")
    Instant beatAt;

    @Column(name = "started_at")
    Instant startedAt;

    /** A worker is live if it has beaten since {@code silentBefore} and has not said goodbye. */
    public WorkerFact fact(Instant silentBefore) {
        return new WorkerFact(
                id,
                host,
                version,
                List.of(queues),
                Columns.numbers(types),
                slots,
                busy,
                state,
                beatAt,
                startedAt,
                state != Beat.State.STOPPED && beatAt.isAfter(silentBefore));
    }
}
