package dev.penstock.projector.analyst.duck;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One SELECT on a store, by somebody who is not trusted: read-only, without files, network and extensions, within limits of time,
 * memory and rows.
 */
public final class Question {
    private static final long AGAIN_MILLIS = 500;

    private final Path file;
    private final Limits limits;

    /** @param file of a store that nobody has open */
    public Question(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /**
     * Asks.
     *
     * @throws Refusal if the text is not one SELECT, or DuckDB does not understand it
     * @throws TooCostly if it costs more than it may
     */
    public Answer ask(String sql) {
        try (Connection connection = Store.open(
                file,
                Map.of(
                        "access_mode", "read_only",
                        "threads", "2",
                        "memory_limit", limits.megabytes() + "MB",
                        "max_temp_directory_size", limits.megabytes() * 4L + "MB",
                        "jdbc_stream_results", "true"))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(Complaint.SETTING);
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return timed(connection, sql);
        } catch (SQLException e) {
            throw said(Complaint.of(e), sql, e);
        }
    }

    private RuntimeException said(Complaint complaint, String sql, SQLException e) {
        if (complaint.isOf("INTERRUPT")) {
            return new TooCostly(
                    "The query took longer than " + limits.time().toSeconds() + " s and was stopped: ask for less.", e);
        }
        if (complaint.isOf("Out of Memory")) {
            return new TooCostly("The query needs more than " + limits.megabytes() + " MB of memory: ask for less.", e);
        }
        return new Refusal(complaint.sentence(), sql, complaint.position());
    }

    private Answer timed(Connection connection, String sql) throws SQLException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Statement statement = connection.createStatement()) {
            // Planning computes what is constant, and may take long too.
            var stop = clock.scheduleAtFixedRate(
                    () -> cancel(statement), limits.time().toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            try {
                Bounded bounded = Bounded.of(connection, sql, Guard.check(connection, sql), limits);
                try (ResultSet found = statement.executeQuery(bounded.sql())) {
                    return answer(found, bounded.columns());
                }
            } finally {
                stop.cancel(false);
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer answer(ResultSet found, List<Answer.Head> columns) throws SQLException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long characters = 0;
        while (found.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                Object value = shortened(Values.plain(found.getObject(i)));
                characters += value instanceof String text ? text.length() : 1;
                row.add(value);
            }
            if (rows.size() == limits.rows() || characters > limits.characters()) {
                return new Answer(columns, rows, true);
            }
            rows.add(row);
        }
        return new Answer(columns, rows, false);
    }

    private @Nullable Object shortened(@Nullable Object value) {
        return value instanceof String text && text.length() > limits.cell()
                ? text.substring(0, limits.cell()) + "…"
                : value;
    }
}
