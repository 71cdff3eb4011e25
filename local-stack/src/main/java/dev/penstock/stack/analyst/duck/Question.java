package dev.penstock.stack.analyst.duck;

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
     * @throws IllegalArgumentException if the text is not one SELECT, or DuckDB refuses it
     * @throws IllegalStateException if it costs too much
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
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            Guard.check(connection, sql);
            return timed(connection, sql);
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage());
            if (why.contains("INTERRUPT")) {
                throw new IllegalStateException(
                        "The query took longer than " + limits.time().toSeconds()
                                + " s and was stopped: ask for less, or allow more with --timeout.",
                        e);
            }
            if (why.contains("Out of Memory")) {
                throw new IllegalStateException(
                        "The query needs more than " + limits.megabytes()
                                + " MB of memory: ask for less, or allow more with --memory.",
                        e);
            }
            throw new IllegalArgumentException("DuckDB: " + why, e);
        }
    }

    private Answer timed(Connection connection, String sql) throws SQLException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (Statement statement = connection.createStatement()) {
            var stop = clock.schedule(
                    () -> {
                        statement.cancel();
                        return true;
                    },
                    limits.time().toMillis(),
                    TimeUnit.MILLISECONDS);
            try (ResultSet found = statement.executeQuery(sql)) {
                return answer(found);
            } finally {
                stop.cancel(false);
            }
        } finally {
            clock.shutdownNow();
        }
    }

    private Answer answer(ResultSet found) throws SQLException {
        int width = found.getMetaData().getColumnCount();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= width; i++) {
            columns.add(found.getMetaData().getColumnLabel(i));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (found.next()) {
            if (rows.size() == limits.rows()) {
                return new Answer(columns, rows, true);
            }
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= width; i++) {
                row.add(Values.plain(found.getObject(i)));
            }
            rows.add(row);
        }
        return new Answer(columns, rows, false);
    }
}
