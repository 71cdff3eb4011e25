package dev.penstock.ui.read.search;

import static java.util.stream.Collectors.joining;

import dev.penstock.api.job.Status;
import dev.penstock.ui.read.sql.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The statements that count jobs as they were at a moment.
 *
 * <p>All that were there are in one of three: at their end by then, which their rows say; open then and untouched since, which
 * their rows say too; open or at an earlier end then, and touched since: these must be folded.
 */
public final class PastCounts {
    /** Up to so many ends since are taken from the counters; if there are more, ends until then are counted. */
    public static final int MANY_ENDS = 200_000;

    private static final String OPEN_UNTOUCHED = " FROM job WHERE ended_at IS NULL AND changed_at <= :asOf";

    /** Statuses of which statistics say by how much their jobs grew. */
    private static final List<Status> NET = List.of(
            Status.SCHEDULED,
            Status.QUEUED,
            Status.RUNNING,
            Status.WAITING_FOR_CHILDREN,
            Status.RETRYING,
            Status.STOPPING,
            Status.FAILED);

    private final Instant asOf;

    public PastCounts(Instant asOf) {
        this.asOf = asOf;
    }

    /** How many rounds have ended since; counting stops at {@link #MANY_ENDS} and one. */
    public Sql endsSince() {
        return sql("SELECT count(*) FROM (SELECT 1 FROM job WHERE ended_at > :asOf LIMIT " + (MANY_ENDS + 1)
                + ") AS ends");
    }

    /** Queue, status and number of the jobs that were open and have not been touched since. */
    public Sql untouched() {
        return sql("SELECT queue, status, count(*)" + OPEN_UNTOUCHED + " GROUP BY 1, 2");
    }

    /** Worker and number of leases of those. */
    public Sql untouchedLeases() {
        return sql("SELECT worker, count(*)" + OPEN_UNTOUCHED + " AND lease_since IS NOT NULL GROUP BY 1");
    }

    /** Ids of those that hold a lease, the oldest lease first. */
    public Sql untouchedHeld(int limit) {
        return sql(
                "SELECT id" + OPEN_UNTOUCHED + " AND lease_since IS NOT NULL ORDER BY lease_since, id LIMIT " + limit);
    }

    /**
     * In no order, so that whichever index has fewer rows is read: that of ends for a moment not long ago, that of creations for one
     * long ago.
     *
     * @return id and number of events (all there are by now) of jobs that were there, have been touched since, and were not at their
     *     present end
     */
    public Sql touched(int limit) {
        return sql("SELECT id, version FROM job WHERE created_at <= :asOf AND changed_at > :asOf"
                + " AND (ended_at IS NULL OR ended_at > :asOf) LIMIT " + limit);
    }

    /** Status and number of the jobs that were at their end. */
    public Sql ended(boolean manySince) {
        String expired =
                " UNION ALL SELECT s.status, s.sign * count(*) FROM job, (VALUES ('EXPIRED', -1), ('COMPLETED', 1)) AS s(status, sign)"
                        + " WHERE job.status = 'EXPIRED' AND changed_at > :asOf AND ended_at <= :asOf"
                        + " AND EXISTS (SELECT FROM history WHERE key = job.id AND event = 'ArtifactExpired' AND at > :asOf) GROUP BY 1, s.sign";
        String ended = manySince
                ? "SELECT status, count(*) FROM job WHERE ended_at <= :asOf GROUP BY 1"
                : "SELECT status, sum(jobs) FROM job_count WHERE status IN ('COMPLETED', 'FAILED', 'ABORTED', 'STOPPED', 'EXPIRED')"
                        + " GROUP BY 1 UNION ALL SELECT status, -count(*) FROM job WHERE ended_at > :asOf GROUP BY 1";
        return sql("SELECT status COLLATE \"C\", CAST(sum(n) AS bigint) FROM (" + ended + expired
                + ") AS ends(status, n) GROUP BY 1");
    }

    /** Queue, status and number of jobs when the minute of the moment ended: those of now, less what has been added since. */
    public Sql byTheMinute() {
        String sums = NET.stream()
                .map(status -> "sum(" + column(status) + ") AS " + column(status))
                .collect(joining(", "));
        String values = NET.stream()
                .map(status -> "('" + status + "', " + column(status) + ")")
                .collect(joining(", "));
        return sql(
                "SELECT queue COLLATE \"C\", status COLLATE \"C\", CAST(sum(n) AS bigint) FROM (SELECT queue, status, sum(jobs)"
                        + " FROM job_count WHERE status NOT IN ('COMPLETED', 'ABORTED', 'STOPPED', 'EXPIRED') GROUP BY 1, 2"
                        + " UNION ALL SELECT queue, net.status, -net.jobs FROM (SELECT queue, " + sums
                        + " FROM statistic WHERE minute > :asOf GROUP BY 1) AS since, LATERAL (VALUES " + values
                        + ") AS net(status, jobs)) AS counts(queue, status, n) GROUP BY 1, 2 HAVING sum(n) > 0");
    }

    private static String column(Status status) {
        return "net_" + status.name().toLowerCase(Locale.ROOT);
    }

    private Sql sql(String text) {
        return new Sql(text, Map.of("asOf", asOf));
    }
}
