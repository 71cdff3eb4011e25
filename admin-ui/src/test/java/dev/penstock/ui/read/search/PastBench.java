package dev.penstock.ui.read.search;

import dev.penstock.api.job.JobId;
import dev.penstock.ui.fact.JobList.Cursor;
import dev.penstock.ui.filter.Filter;
import dev.penstock.ui.filter.FilterParser;
import dev.penstock.ui.filter.Parsed;
import dev.penstock.ui.fixture.Plan;
import dev.penstock.ui.fixture.ReadModel;
import dev.penstock.ui.read.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How long the statements take that look back, among a million jobs: one each second, nearly all of them done after half a minute, one in
 * a thousand after hours. No test: run by name, with {@code -Djobs=…} for another number.
 */
class PastBench {
    private static final long JOBS = Long.getLong("jobs", 1_000_000);
    private static final List<Duration> AGO = List.of(
            Duration.ofMinutes(5),
            Duration.ofHours(24),
            Duration.ofSeconds(JOBS / 2),
            Duration.ofSeconds(JOBS * 99 / 100));
    private static final List<String> FILTERS = List.of(
            "parent:none system:no",
            "status:running",
            "status:failed",
            "status:stopped",
            "type:type.3 status:active",
            "error:smtp");

    private final ReadModel model = ReadModel.fresh();

    @Test
    void measure() throws SQLException {
        model.execute("""
                INSERT INTO job (id, route, root, type, schema_version, queue, priority, status, version, lifecycle, tenant,
                    run_by, origin, system, tags, metadata, links, payload, created_at, available_at,
                    started_at, ended_at, changed_at, round, attempt, attempts, failures, retries, lost_leases, max_attempts,
                    progress_offset, errors, needs_review, children_total, children_open, children_failed, error_class,
                    error_message, error_fingerprint, state, log_partition, log_offset)
                SELECT 'j' || i || '.0', 'j' || i, 'j' || i || '.0', 'type.' || i % 20, 1, 'queue' || i % 5, 'NORMAL',
                    CASE WHEN i % 500 = 0 THEN 'FAILED' WHEN i < 30 THEN 'RUNNING' ELSE 'COMPLETED' END, 4, 4, 'default',
                    'user' || i % 300, 'USER', false, '{}', '{}', '[]', repeat('p', 300), at, at, at,
                    CASE WHEN i >= 30 THEN at + took END, CASE WHEN i >= 30 THEN at + took ELSE at END, 1, 1, 1, 0, 0, 0, 5, -1,
                    false, false, 0, 0, 0, CASE WHEN i % 500 = 0 THEN 'SmtpTimeout' END,
                    CASE WHEN i % 500 = 0 THEN 'connect timed out' END, CASE WHEN i % 500 = 0 THEN 'f' || i / 500 % 9 END,
                    repeat('s', 700), 0, i
                FROM generate_series(1, 1000000) i, LATERAL (SELECT now() - i * interval '1 second' AS at,
                    CASE WHEN i % 1000 = 7 THEN least(i - 1, 20000) ELSE least(i - 1, 30) END * interval '1 second' AS took) t
                """.replace("1000000", String.valueOf(JOBS)));
        model.execute(
                "INSERT INTO job_count SELECT queue, type, status, priority, false, false, 0, count(*), 0, 0 FROM job"
                        + " GROUP BY 1, 2, 3, 4");
        model.execute("VACUUM ANALYZE job");
        try (Connection connection = model.database().connect()) {
            connection.setSchema("penstock_read");
            for (Duration ago : AGO) {
                Instant at = Instant.now().minus(ago);
                PastCounts counts = new PastCounts(at);
                tell(connection, ago, "untouched", counts.untouched());
                tell(connection, ago, "touched", counts.touched(3_001));
                tell(connection, ago, "endsSince", counts.endsSince());
                boolean many = Plan.run(connection, counts.endsSince()).getFirst() > PastCounts.MANY_ENDS;
                tell(connection, ago, "ended", counts.ended(many));
                tell(connection, ago, "byTheMinute", counts.byTheMinute());
                for (String filter : FILTERS) {
                    PastSearch search = new PastSearch(filter(filter), at);
                    Cursor end = null;
                    if (search.scans()) {
                        tell(connection, ago, "horizon of " + filter, search.horizon(null, true));
                        List<Object[]> found = Plan.rows(connection, search.horizon(null, true));
                        end = found.isEmpty() ? null : cursor(found.getFirst());
                    }
                    tell(connection, ago, filter, search.candidates(null, true, end, 51));
                }
            }
        }
    }

    private static Cursor cursor(Object[] row) {
        return new Cursor(((Timestamp) row[0]).toInstant(), new JobId((String) row[1]));
    }

    private static void tell(Connection connection, Duration ago, String what, Sql sql) throws SQLException {
        long first = millis(connection, sql);
        long rows = Plan.rows(connection, sql).size();
        System.out.printf(
                Locale.ROOT,
                "PAST %-12s %-40s %,6d rows, %d ms, then %d ms%n",
                ago,
                what,
                rows,
                first,
                millis(connection, sql));
    }

    private static long millis(Connection connection, Sql sql) throws SQLException {
        long from = System.nanoTime();
        Plan.rows(connection, sql);
        return Duration.ofNanos(System.nanoTime() - from).toMillis();
    }

    private static Filter filter(String text) {
        return switch (FilterParser.parse(text)) {
            case Parsed.Good good -> good.filter();
            case Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }
}
