package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.table.Column;
import dev.penstock.projector.analyst.table.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Appends rows to a table, a value at a time. */
public final class Rows implements AutoCloseable {
    private final DuckDBAppender appender;

    /** Opens the table of that name in the main schema. */
    public Rows(DuckDBConnection connection, String table) throws SQLException {
        appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    /** One more row; written at the latest when this is closed. */
    public <R> void add(Table<R> table, R row) throws SQLException {
        appender.beginRow();
        for (Column<R> column : table.columns()) {
            append(column.value().apply(row));
        }
        appender.endRow();
    }

    private void append(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Long number -> appender.append(number.longValue());
            case Boolean flag -> appender.append(flag.booleanValue());
            case Instant time -> appender.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
        }
    }

    /** Writes what is waiting. */
    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
