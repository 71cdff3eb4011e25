package dev.penstock.processor.handlers.segment;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;

/**
 * Accounts and their memberships in the demo's database. Every change is one transaction under one lock, so a run that dies
 * has changed nothing, and two never mix.
 */
record Audience(Supplier<DataSource> database) {
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('penstock demo audience'))";
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS account (id text PRIMARY KEY, country text NOT NULL, plan text NOT NULL,"
                    + " seats int NOT NULL, cents bigint NOT NULL, since date NOT NULL)",
            "CREATE TABLE IF NOT EXISTS membership (segment text, account text REFERENCES account,"
                    + " PRIMARY KEY (segment, account))");

    /** Something done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** How a segment changed. */
    record Change(int entered, int left) {
        Change and(Change other) {
            return new Change(entered + other.entered, left + other.left);
        }
    }

    /**
     * Does something in one transaction.
     *
     * @throws TransientFailure if the database is away, full or busy
     * @throws PermanentFailure if it refuses what is asked
     */
    <T> T transaction(Work<T> work) {
        try (Connection connection = database.get().getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK);
                for (String table : TABLES) {
                    statement.execute(table);
                }
            }
            T result = work.in(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Decides who belongs to a segment: among all accounts, or those that {@code filter} names. */
    static Change recompute(Connection connection, String segment, String filter) throws SQLException {
        String members = "SELECT id FROM account WHERE " + filter + " AND " + Segments.condition(segment);
        int left = update(
                connection,
                "DELETE FROM membership WHERE segment = ? AND account IN (SELECT id FROM account WHERE " + filter
                        + ") AND account NOT IN (" + members + ")",
                segment);
        int entered = update(
                connection,
                "INSERT INTO membership (segment, account) SELECT ?, id FROM (" + members
                        + ") AS members ON CONFLICT DO NOTHING",
                segment);
        return new Change(entered, left);
    }

    private static int update(Connection connection, String sql, String segment) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, segment);
            return statement.executeUpdate();
        }
    }

    private static RuntimeException failure(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        boolean passes = PSQLState.isConnectionError(state)
                || List.of("40", "53", "55", "57").contains(state.substring(0, Math.min(2, state.length())));
        return passes || state.isEmpty()
                ? new TransientFailure("The demo's database does not answer as it should: " + e.getMessage(), e)
                : new PermanentFailure(
                        "The demo's database refuses (" + state + "): " + e.getMessage()
                                + ". Look at its schema, then retry the job.",
                        e);
    }
}
