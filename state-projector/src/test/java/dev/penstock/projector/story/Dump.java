package dev.penstock.projector.story;

import dev.penstock.stack.fixture.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.ds.PGSimpleDataSource;

/** Every row of every table that is folded from the event log. */
public final class Dump {
    private static final List<String> TABLES = List.of(
            "sink_offset",
            "job",
            "attempt",
            "history",
            "job_count",
            "statistic",
            "setting",
            "failure_group",
            "failure_hour",
            "failure_verdict",
            "tally",
            "tally_minute");

    private Dump() {}

    /** Rows as text, sorted, by table. */
    public static Map<String, List<String>> of(TestDatabase database) throws SQLException {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                List<String> rows = new ArrayList<>();
                try (ResultSet row = statement.executeQuery(
                        "SELECT t::text FROM penstock_read." + table + " t ORDER BY t::text COLLATE \"C\"")) {
                    while (row.next()) {
                        rows.add(row.getString(1));
                    }
                }
                dump.put(table, rows);
            }
        }
        return dump;
    }

    /** One number. */
    public static long number(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : -1;
        }
    }

    /** Connections that begin in the read model's schema. */
    public static PGSimpleDataSource source(TestDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setCurrentSchema("penstock_read");
        source.setReWriteBatchedInserts(true);
        return source;
    }
}
