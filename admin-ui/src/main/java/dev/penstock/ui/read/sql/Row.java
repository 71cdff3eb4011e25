package dev.penstock.ui.read.sql;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row from left to right. */
public final class Row {
    private final Object[] columns;
    private int next;

    public Row(Object[] columns) {
        this.columns = columns;
    }

    public String text() {
        return String.valueOf(columns[next++]);
    }

    public @Nullable String textOrNull() {
        Object value = columns[next++];
        return value == null ? null : value.toString();
    }

    public long number() {
        Object value = columns[next++];
        return value == null ? 0 : ((Number) value).longValue();
    }

    public @Nullable Long numberOrNull() {
        Object value = columns[next++];
        return value == null ? null : ((Number) value).longValue();
    }

    public @Nullable Instant moment() {
        return (Instant) columns[next++];
    }

    public byte @Nullable [] bytes() {
        return (byte[]) columns[next++];
    }
}
