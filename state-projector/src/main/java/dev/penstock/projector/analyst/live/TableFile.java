package dev.penstock.projector.analyst.live;

import dev.penstock.projector.analyst.duck.Rows;
import dev.penstock.projector.analyst.duck.Store;
import dev.penstock.projector.analyst.source.Offsets;
import dev.penstock.projector.analyst.table.Table;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.duckdb.DuckDBConnection;

/** The file that is asked: events, jobs, attempts, and how far they are. Open for as long as a reading lasts; not thread-safe. */
final class TableFile implements AutoCloseable {
    private final Connection connection;

    TableFile(Path file, int megabytes) throws SQLException {
        connection = Store.open(file, Map.of("memory_limit", megabytes + "MB", "threads", "2"));
        try {
            for (Table<?> table : Table.ALL) {
                execute(table.create());
            }
            execute("CREATE SCHEMA IF NOT EXISTS own");
            execute("CREATE TABLE IF NOT EXISTS own.reached (made VARCHAR, next VARCHAR)");
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static void remove(Path file) {
        Store.remove(file);
    }

    /** Takes rows. */
    interface Into {
        <R> void row(Table<R> table, R row) throws SQLException;
    }

    /** Gives rows. */
    interface Filling {
        void fill(Into into) throws SQLException;
    }

    /** How far the rows are; nowhere in a new file. */
    Reading.Reached reached() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT made, next FROM own.reached")) {
            return row.next()
                    ? new Reading.Reached(row.getString(1), Offsets.parse(row.getString(2)))
                    : new Reading.Reached("", new Offsets(Map.of()));
        }
    }

    /**
     * Writes rows, in one transaction with how far they are.
     *
     * @param jobs whose rows are replaced, those of an attempt that runs too
     */
    void write(Set<String> jobs, Filling filling, Reading.Reached reached) throws SQLException {
        try {
            forget("DELETE FROM jobs WHERE id IN", jobs);
            forget("DELETE FROM attempts WHERE outcome IS NULL AND job IN", jobs);
            append(filling);
            execute("DELETE FROM own.reached");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO own.reached VALUES (?, ?)")) {
                insert.setString(1, reached.made());
                insert.setString(2, reached.next().toString());
                insert.execute();
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** Ids have no blanks. */
    private void forget(String statement, Set<String> jobs) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(statement + " (SELECT unnest(string_split(?, ' ')))")) {
            delete.setString(1, String.join(" ", jobs));
            delete.execute();
        }
    }

    private void append(Filling filling) throws SQLException {
        Map<String, Rows> open = new HashMap<>();
        try {
            for (Table<?> table : Table.ALL) {
                open.put(table.name(), new Rows(connection.unwrap(DuckDBConnection.class), table.name()));
            }
            filling.fill(new Into() {
                @Override
                public <R> void row(Table<R> table, R row) throws SQLException {
                    Objects.requireNonNull(open.get(table.name())).add(table, row);
                }
            });
        } finally {
            for (Rows rows : open.values()) {
                rows.close();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
