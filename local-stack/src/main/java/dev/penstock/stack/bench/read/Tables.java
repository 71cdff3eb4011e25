package dev.penstock.stack.bench.read;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;

/** The tables of the read model, looked at as the projector sees them. */
final class Tables implements AutoCloseable {
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

    /** Whether the projector says that nothing is left to read. */
    boolean caughtUp() throws SQLException {
        return number("SELECT count(*) FROM freshness_now WHERE partitions > 0 AND behind_records = 0"
                        + " AND updated_at > now() - interval '3 s'")
                > 0;
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
