package dev.penstock.processor.handlers.workflow;

import dev.penstock.api.outbox.DoneRounds;
import dev.penstock.api.outbox.Outbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** Accounts and transfers in the demo's database. Every account begins with the same balance and never goes below zero. */
final class Ledger {
    static final long FIRST_BALANCE = 100_000;

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('penstock demo ledger'))";
    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS ledger_account (name text PRIMARY KEY,"
                    + " balance bigint NOT NULL CHECK (balance >= 0))",
            "CREATE TABLE IF NOT EXISTS transfer (number text PRIMARY KEY, cents bigint NOT NULL, step text NOT NULL)");

    /** Longer than the demo keeps a job. */
    private static final Duration REMEMBERED = Duration.ofDays(60);

    private Ledger() {}

    /** Makes what is missing; commits. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(LOCK); // two that create at the same time get in each other's way
            for (String table : TABLES) {
                statement.execute(table);
            }
            new Outbox().create(connection);
            DoneRounds.create(connection);
            DoneRounds.forget(connection, REMEMBERED);
            connection.commit();
        }
    }

    /** Writes down which step of a transfer is done. */
    static void record(Connection connection, WorkflowStep order) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("INSERT INTO transfer (number, cents, step)"
                + " VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE SET step = excluded.step")) {
            upsert.setString(1, order.transfer());
            upsert.setLong(2, order.cents());
            upsert.setString(3, order.step().name());
            upsert.executeUpdate();
        }
    }

    /** Changes a balance, and returns what it is now; the table refuses one below zero. */
    static long change(Connection connection, String account, long cents) throws SQLException {
        try (PreparedStatement open = connection.prepareStatement(
                        "INSERT INTO ledger_account VALUES (?, " + FIRST_BALANCE + ") ON CONFLICT DO NOTHING");
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE ledger_account SET balance = balance + ? WHERE name = ? RETURNING balance")) {
            open.setString(1, account);
            open.executeUpdate();
            update.setLong(1, cents);
            update.setString(2, account);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
