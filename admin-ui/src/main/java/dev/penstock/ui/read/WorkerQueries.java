package dev.penstock.ui.read;

import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.read.stored.StoredWorker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workers by their last heartbeat. */
@ApplicationScoped
@Transactional
public class WorkerQueries {
    private static final Duration SILENT = Duration.ofSeconds(10);
    private static final Duration GONE = Duration.ofSeconds(60);

    private final EntityManager database;

    @Inject
    public WorkerQueries(EntityManager database) {
        this.database = database;
    }

    /** All that have beaten in the last day, live ones first. */
    public List<WorkerFact> all() {
        Instant silentBefore = silentBefore();
        List<StoredWorker> workers = StoredWorker.list("order by beatAt desc, id");
        return workers.stream()
                .map(worker -> worker.fact(silentBefore))
                .sorted(java.util.Comparator.comparing(worker -> !worker.live()))
                .toList();
    }

    /** One of those. */
    public Optional<WorkerFact> named(String id) {
        return StoredWorker.<StoredWorker>findByIdOptional(id).map(worker -> worker.fact(silentBefore()));
    }

    public List<WorkerFact> live() {
        return all().stream().filter(WorkerFact::live).toList();
    }

    /**
     * Silence is measured against the newest beat of anybody, processors' pulses included: while the projector is behind,
     * everybody's beats are old and nobody is silent (A8). Only when all are silent does the clock decide.
     */
    private Instant silentBefore() {
        Instant newest = new Sql(
                        "SELECT coalesce(greatest((SELECT max(beat_at) FROM worker), (SELECT max(beat_at) FROM processor)),"
                                + " now())",
                        Map.of())
                .<Instant>rows(database)
                .getFirst();
        Instant byBeats = newest.minus(SILENT);
        Instant byClock = Instant.now().minus(GONE);
        return byBeats.isAfter(byClock) ? byBeats : byClock;
    }
}
