package dev.penstock.api.outbox;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of jobs whose database work is done, in a table beside that work. Its primary key lets only one of two attempts
 * that run at the same time work; the other waits for it.
 */
public final class DoneRounds {
    private static final String TABLE = "penstock_done_round";
    private static final String INTEGRITY_VIOLATION = "23";

    /** Whether a round was done before, and what came of it. */
    record Mark(boolean done, @Nullable Json result) {}

    /** The statement that makes the table, for the application's own migrations. */
    public static String ddl() {
        return "CREATE TABLE IF NOT EXISTS " + TABLE + " ("
                + "\n  job VARCHAR(128) NOT NULL,"
                + "\n  round INTEGER NOT NULL,"
                + "\n  result TEXT,"
                + "\n  done_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP,"
                + "\n  PRIMARY KEY (job, round))";
    }

    /** Makes the table if there is none. */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ddl());
        }
    }

    /** Forgets rounds that were done longer ago than their jobs are remembered; returns how many. */
    public static int forget(Connection connection, Duration age) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + TABLE + " WHERE done_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(Instant.now().minus(age)));
            return delete.executeUpdate();
        }
    }

    private DoneRounds() {}

    /** Marks the round in this transaction; if it is marked already, rolls back and says what came of it. */
    static Mark mark(Connection connection, JobId job, int round) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + TABLE + " (job, round) VALUES (?, ?)")) {
            insert.setString(1, job.value());
            insert.setInt(2, round);
            insert.executeUpdate();
            return new Mark(false, null);
        } catch (SQLException e) {
            if (e.getSQLState() == null || !e.getSQLState().startsWith(INTEGRITY_VIOLATION)) {
                throw e;
            }
            connection.rollback();
            return found(connection, job, round);
        }
    }

    private static Mark found(Connection connection, JobId job, int round) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT result FROM " + TABLE + " WHERE job = ? AND round = ?")) {
            select.setString(1, job.value());
            select.setInt(2, round);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("Round " + round + " of job " + job + " was marked and is marked no more");
                }
                String result = row.getString(1);
                return new Mark(true, result == null ? null : new Json(result));
            }
        }
    }

    /** What came of the work, in the same transaction. */
    static void result(Connection connection, JobId job, int round, Json result) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE " + TABLE + " SET result = ? WHERE job = ? AND round = ?")) {
            update.setString(1, result.text());
            update.setString(2, job.value());
            update.setInt(3, round);
            update.executeUpdate();
        }
    }
}
