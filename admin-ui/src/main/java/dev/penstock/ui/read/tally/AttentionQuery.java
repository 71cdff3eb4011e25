package dev.penstock.ui.read.tally;

import dev.penstock.ui.fact.tally.Attention;
import dev.penstock.ui.fact.tally.Attention.Cause;
import dev.penstock.ui.read.sql.Row;
import dev.penstock.ui.read.sql.Sql;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Asks what may need a person now: from the hours' counts and the index of held jobs, so that the first page stays cheap. */
public final class AttentionQuery {
    private static final int CAUSES = 3;

    private AttentionQuery() {}

    public static Attention ask(EntityManager database) {
        return new Attention(
                causes().<Object[]>rows(database).stream()
                        .map(AttentionQuery::cause)
                        .toList(),
                ((Number) overdue().rows(database).getFirst()).longValue());
    }

    private static Sql causes() {
        return new Sql(
                "SELECT h.fingerprint, (SELECT min(g.error_class) FROM failure_group g WHERE g.fingerprint = h.fingerprint),"
                        + " sum(h.attempts), string_agg(DISTINCT h.queue, ',' ORDER BY h.queue),"
                        + " (SELECT min(g.first_at) FROM failure_group g WHERE g.fingerprint = h.fingerprint)"
                        + " FROM failure_hour h WHERE h.hour >= date_trunc('hour', now() - interval '1 hour')"
                        + " AND NOT EXISTS (SELECT FROM failure_verdict v WHERE v.fingerprint = h.fingerprint"
                        + " AND v.muted_at IS NOT NULL AND (v.muted_until IS NULL OR v.muted_until > now()))"
                        + " GROUP BY h.fingerprint ORDER BY 3 DESC, 1 LIMIT " + CAUSES,
                Map.of());
    }

    private static Sql overdue() {
        return new Sql(
                "SELECT count(*) FROM job WHERE lease_since IS NOT NULL"
                        + " AND lease_since < now() - timeout_ms * interval '1 millisecond'",
                Map.of());
    }

    private static Cause cause(Object[] columns) {
        Row row = new Row(columns);
        return new Cause(
                row.text(),
                Objects.requireNonNullElse(row.textOrNull(), ""),
                row.number(),
                List.of(row.text().split(",", -1)),
                Objects.requireNonNullElse(row.moment(), Instant.EPOCH));
    }
}
