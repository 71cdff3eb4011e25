package dev.penstock.ui.read.failure;

import dev.penstock.api.job.JobId;
import dev.penstock.api.mask.Mask;
import dev.penstock.ui.fact.failure.FailureGroup;
import dev.penstock.ui.fact.failure.FailureGroup.Seen;
import dev.penstock.ui.fact.failure.FailureGroup.Spread;
import dev.penstock.ui.fact.failure.FailureGroup.State;
import dev.penstock.ui.fact.failure.FailureGroup.Verdict;
import dev.penstock.ui.fact.failure.FailureList;
import dev.penstock.ui.read.cover.Covers;
import dev.penstock.ui.read.failure.WantedFailures.Span;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Failures by cause: what the projector counted, and what people said about it. */
@ApplicationScoped
@Transactional
public class FailureQueries {
    /** The parts of a group lie in rows of their own, one for each partition of the log. */
    private static final String GROUPS = "SELECT g.fingerprint, min(error_class) AS error, min(shape) AS shape,"
            + " sum(attempts) AS attempts, sum(transients) AS transients, sum(jobs) AS jobs,"
            + " coalesce((SELECT sum(h.attempts) FROM failure_hour h WHERE h.fingerprint = g.fingerprint"
            + " AND h.hour >= :from), 0) AS lately,"
            + " min(first_at) AS first_at, (array_agg(first_job ORDER BY first_at, log_partition))[1] AS first_job,"
            + " max(last_at) AS last_at, (array_agg(last_job ORDER BY last_at DESC, log_partition))[1] AS last_job,"
            + " (array_agg(message ORDER BY first_at, log_partition))[1] AS message,"
            + " (array_agg(stack ORDER BY first_at, log_partition))[1] AS stack"
            + " FROM failure_group g";

    private static final String STATES = "SELECT d.*, CASE WHEN v.resolved_at >= d.last_at THEN 'RESOLVED'"
            + " WHEN v.muted_at IS NOT NULL AND (v.muted_until IS NULL OR v.muted_until > now()) THEN 'MUTED'"
            + " WHEN v.resolved_at IS NOT NULL THEN 'REGRESSED' ELSE 'OPEN' END AS state,"
            + " CASE WHEN v.muted_at IS NULL THEN v.resolved_by ELSE v.muted_by END AS said_by,"
            + " coalesce(v.muted_at, v.resolved_at) AS said_at,"
            + " CASE WHEN v.muted_at IS NULL THEN v.resolve_reason ELSE v.mute_reason END AS said_why, v.muted_until"
            + " FROM d LEFT JOIN failure_verdict v ON v.fingerprint = d.fingerprint";

    private static final String COLUMNS = "fingerprint, error, shape, attempts, transients, jobs, lately, first_at,"
            + " first_job, last_at, last_job, message, stack, state, said_by, said_at, said_why, muted_until";

    private final EntityManager database;

    private final Covers covers;

    @Inject
    public FailureQueries(EntityManager database, Covers covers) {
        this.database = database;
        this.covers = covers;
    }

    /** The groups that somebody wants, each with its trend. */
    public FailureList list(WantedFailures wanted) {
        Instant now = Instant.now();
        String text = "WITH d AS (" + GROUPS + " GROUP BY g.fingerprint HAVING max(last_at) >= :from OR sum(jobs) > 0),"
                + " s AS (" + STATES + ") SELECT count(*) OVER (), sum(jobs) OVER (), " + COLUMNS + " FROM s"
                + (wanted.all() ? "" : " WHERE state IN ('OPEN', 'REGRESSED')")
                + " ORDER BY " + wanted.order().sql() + " LIMIT " + FailureList.SHOWN;
        Span span = wanted.span();
        List<Object[]> rows = new Sql(text, Map.of("from", span.from(now))).rows(database);
        if (rows.isEmpty()) {
            return new FailureList(List.of(), 0, 0);
        }
        Row totals = new Row(rows.getFirst());
        long found = totals.number();
        long jobs = totals.number();
        List<String> shown = rows.stream().map(row -> String.valueOf(row[2])).toList();
        Spreads spreads = spreads(shown, span, now);
        return new FailureList(
                rows.stream()
                        .map(columns -> {
                            Row row = new Row(columns);
                            row.number();
                            row.number();
                            return group(row, spreads);
                        })
                        .toList(),
                found,
                jobs);
    }

    /** One group, whatever its state. */
    public Optional<FailureGroup> one(String fingerprint, Span span) {
        Instant now = Instant.now();
        String text = "WITH d AS (" + GROUPS + " WHERE g.fingerprint = :fingerprint GROUP BY g.fingerprint), s AS ("
                + STATES + ") SELECT " + COLUMNS + " FROM s";
        List<Object[]> rows = new Sql(text, Map.of("from", span.from(now), "fingerprint", fingerprint)).rows(database);
        return rows.stream()
                .findFirst()
                .map(columns -> group(new Row(columns), spreads(List.of(fingerprint), span, now)));
    }

    private Spreads spreads(List<String> shown, Span span, Instant now) {
        Instant from = span.from(now);
        Map<String, Object> asked = Map.of("from", from, "shown", shown);
        Spreads spreads = new Spreads(span, from);
        new Sql(
                        "SELECT fingerprint, hour, sum(attempts) FROM failure_hour WHERE fingerprint IN (:shown)"
                                + " AND hour >= :from GROUP BY 1, 2",
                        asked)
                .<Object[]>rows(database)
                .forEach(columns -> spreads.hour(new Row(columns)));
        new Sql(
                        "SELECT fingerprint, type, queue, h.worker, coalesce(version, ''), sum(attempts)"
                                + " FROM failure_hour h LEFT JOIN worker_build b ON b.worker = h.worker"
                                + " WHERE fingerprint IN (:shown) AND hour >= :from GROUP BY 1, 2, 3, 4, 5",
                        asked)
                .<Object[]>rows(database)
                .forEach(columns -> spreads.place(new Row(columns)));
        new Sql("SELECT DISTINCT version FROM worker_build WHERE started_at >= :from", Map.of("from", from))
                .<String>rows(database)
                .forEach(spreads::build);
        return spreads;
    }

    private FailureGroup group(Row row, Spreads spreads) {
        String fingerprint = row.text();
        String error = row.text();
        String shape = row.text();
        long attempts = row.number();
        long transients = row.number();
        long jobs = row.number();
        long lately = row.number();
        Seen first = seen(row);
        Seen last = seen(row);
        // Message and stack are those of the first job.
        Mask mask = covers.of(first.job().value());
        FailureGroup.Sample sample = new FailureGroup.Sample(mask.text(row.text()), mask.text(row.text()));
        State state = State.valueOf(row.text());
        Spread spread = spreads.of(fingerprint);
        return new FailureGroup(
                fingerprint,
                error,
                mask.text(shape),
                state,
                new FailureGroup.Counts(attempts, transients, lately, jobs),
                first,
                last,
                sample,
                verdict(row),
                spread);
    }

    private static Seen seen(Row row) {
        return new Seen(Objects.requireNonNull(row.moment()), new JobId(row.text()));
    }

    private static @Nullable Verdict verdict(Row row) {
        String by = row.textOrNull();
        Instant at = row.moment();
        String reason = row.textOrNull();
        Instant until = row.moment();
        return by == null || at == null ? null : new Verdict(by, at, reason, until);
    }
}
