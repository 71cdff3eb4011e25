package dev.penstock.projector.analyst.table;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param value its value in a row: String, Long, Boolean or Instant, as the type says; null: there is none
 * @param <R> what a row is made of
 */
public record Column<R>(String name, Type type, Function<R, @Nullable Object> value) {
    /** What a column holds. */
    public enum Type {
        TEXT("VARCHAR"),
        /** What people and programs wrote: it may hold anything. */
        SAID("VARCHAR"),
        /** JSON as text; a value of its own in NDJSON. */
        JSON("VARCHAR"),
        NUMBER("BIGINT"),
        FLAG("BOOLEAN"),
        /** A time in UTC. */
        TIME("TIMESTAMP");

        private final String sql;

        Type(String sql) {
            this.sql = sql;
        }

        /** The type's name in SQL. */
        public String sql() {
            return sql;
        }
    }

    static <R> Column<R> text(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, row -> {
            Object found = value.apply(row);
            return found == null ? null : found.toString();
        });
    }

    static <R> Column<R> said(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.SAID, text(name, value).value());
    }

    static <R> Column<R> json(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.JSON, text(name, value).value());
    }

    static <R> Column<R> number(String name, Function<R, @Nullable Number> value) {
        return new Column<>(name, Type.NUMBER, row -> {
            Number found = value.apply(row);
            return found == null ? null : found.longValue();
        });
    }

    static <R> Column<R> flag(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.FLAG, value);
    }

    static <R> Column<R> time(String name, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TIME, value);
    }
}
