package dev.penstock.ui.read;

import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.WorkerFact;
import dev.penstock.ui.fact.lock.LockFact;
import dev.penstock.ui.read.series.Sketch;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import dev.penstock.ui.read.stored.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Leases that workers hold, the oldest first (S1.33): what is stuck (S1.23), and what nobody holds any more (S1.24). */
@ApplicationScoped
@Transactional
public class LockQueries {
    /** More are not shown; the oldest matter. */
    public static final int SHOWN = 200;

    private static final Duration LATELY = Duration.ofDays(1);

    private final EntityManager database;
    private final JobQueries jobs;
    private final WorkerQueries workers;

    @Inject
    public LockQueries(EntityManager database, JobQueries jobs, WorkerQueries workers) {
        this.database = database;
        this.jobs = jobs;
        this.workers = workers;
    }

    /** The oldest {@link #SHOWN} leases. */
    public List<LockFact> oldest() {
        return held("", Map.of());
    }

    /** Those of a worker, at most {@link #SHOWN}. */
    public List<LockFact> of(String worker) {
        return held(" AND worker = :worker", Map.of("worker", worker));
    }

    private List<LockFact> held(String which, Map<String, Object> values) {
        Instant now = Instant.now();
        Map<String, @Nullable Duration> timeouts = new LinkedHashMap<>();
        new Sql(
                        "SELECT id, timeout_ms FROM job WHERE lease_since IS NOT NULL" + which
                                + " ORDER BY lease_since, id LIMIT " + SHOWN,
                        values)
                .<Object[]>rows(database)
                .forEach(columns -> {
                    Row row = new Row(columns);
                    timeouts.put(row.text(), Columns.millis(row.numberOrNull()));
                });
        Map<String, Duration> usual = usual(now);
        Set<String> live = workers.live().stream().map(WorkerFact::id).collect(Collectors.toSet());
        return jobs.load(List.copyOf(timeouts.keySet()), false).stream()
                .map(job -> lock(job, now, usual, timeouts.get(job.id().value()), live))
                .toList();
    }

    private static LockFact lock(
            JobFact job, Instant now, Map<String, Duration> usual, @Nullable Duration timeout, Set<String> live) {
        Instant since = job.times().leaseSince();
        Duration age = since == null ? Duration.ZERO : Duration.between(since, now);
        return new LockFact(
                job, age, usual.get(job.type()), timeout, job.worker() != null && !live.contains(job.worker()));
    }

    /** The p99 of each type's attempts. */
    private Map<String, Duration> usual(Instant now) {
        Map<String, Sketch> runs = new HashMap<>();
        new Sql(
                        "SELECT type, run_count, run_sum_ms, run_min_ms, run_max_ms, run_sketch FROM statistic"
                                + " WHERE minute >= :from AND run_count > 0 AND type IN"
                                + " (SELECT type FROM job WHERE lease_since IS NOT NULL)",
                        Map.of("from", now.minus(LATELY)))
                .<Object[]>rows(database)
                .forEach(columns -> {
                    Row row = new Row(columns);
                    runs.computeIfAbsent(row.text(), type -> new Sketch()).add(row);
                });
        Map<String, Duration> usual = new HashMap<>();
        runs.forEach((type, sketch) -> {
            Duration p99 = sketch.spread().p99();
            if (p99 != null) {
                usual.put(type, p99);
            }
        });
        return usual;
    }
}
