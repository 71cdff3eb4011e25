package dev.penstock.stack.bench.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** The tables of the read model, looked at as the projector sees them. */
final class Tables implements AutoCloseable {
    /** An idle process of the server tells its counters after ten seconds. */
    private static final long TOLD_AFTER_MS = 11_000;

    private static final String COPY =
            "INSERT INTO history (key, log_offset, log_partition, version, event, at, actor, reason, command, last, asked, round,"
                    + " attempt, data) SELECT key, log_offset + ?, log_partition, version, event, at, actor, reason, command, last,"
                    + " asked, round, attempt, data FROM history WHERE log_offset < 1000000000000 LIMIT ?";

    private final Connection connection;

    private Tables(Connection connection) {
        this.connection = connection;
    }

    static Tables of(Map<String, String> settings) throws SQLException {
        Connection connection = DriverManager.getConnection(
                Objects.requireNonNull(settings.get("penstock.read-db.url")),
                settings.get("penstock.read-db.user"),
                settings.get("penstock.read-db.password"));
        connection.setSchema("penstock_read");
        return new Tables(connection);
    }

    /** Without a scan: what the pages show. */
    long jobs() throws SQLException {
        return number("SELECT coalesce(sum(jobs), 0) FROM job_count");
    }

    long events() throws SQLException {
        return number("SELECT count(*) FROM history");
    }

    long bytes() throws SQLException {
        return number("SELECT pg_database_size(current_database())");
    }

    /**
     * Fills the history up to so many events: its lines again and again, each as a later event of its job. What a job's events are
     * does not matter to lists and pages of other jobs, how many there are does.
     */
    void fill(long wanted) throws SQLException {
        long there = events();
        for (long round = 1; there < wanted; round++) {
            try (PreparedStatement copy = connection.prepareStatement(COPY)) {
                copy.setLong(1, round * 1_000_000_000_000L);
                copy.setLong(2, wanted - there);
                int copied = copy.executeUpdate();
                if (copied == 0) {
                    throw new IllegalStateException("There is no event to be copied");
                }
                there += copied;
            }
        }
        execute("VACUUM ANALYZE history");
    }

    /** Of the large tables, since the server counts; waits until its processes have told what they did. */
    long scans() throws SQLException, InterruptedException {
        Thread.sleep(TOLD_AFTER_MS);
        return number("SELECT coalesce(sum(seq_scan), 0) FROM pg_stat_user_tables WHERE schemaname = 'penstock_read'"
                + " AND relname IN ('job', 'attempt', 'history', 'log_line')");
    }

    /** Whether the projector says that nothing is left to read. */
    boolean caughtUp() throws SQLException {
        return number("SELECT count(*) FROM freshness_now WHERE partitions > 0 AND behind_records = 0"
                        + " AND updated_at > now() - interval '3 s'")
                > 0;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
