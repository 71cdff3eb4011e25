package dev.penstock.ui.own;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction: statements with {@code ?} for each value, which never becomes part of the text. */
public final class OwnSession {
    private final Connection connection;

    OwnSession(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row that {@code columns} stands on. */
    @FunctionalInterface
    public interface Reading<T> {
        T of(ResultSet columns) throws SQLException;
    }

    /** All rows, in the statement's order. */
    public <T> List<T> list(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet columns = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (columns.next()) {
                rows.add(reading.of(columns));
            }
            return rows;
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> one(String sql, Reading<T> reading, @Nullable Object... values) throws SQLException {
        return list(sql, reading, values).stream().findFirst();
    }

    /** Inserts, updates or deletes; returns how many rows. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    /** A moment that may be null. */
    public static @Nullable Instant moment(ResultSet columns, String name) throws SQLException {
        OffsetDateTime at = columns.getObject(name, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, told(values[i]));
        }
        return statement;
    }

    private static @Nullable Object told(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case Enum<?> word -> word.name();
            default -> value;
        };
    }
}
