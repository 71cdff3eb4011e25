package dev.penstock.projector.analyst.duck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question gave.
 *
 * @param columns in the order of the SELECT
 * @param rows their values, in the order of the columns
 * @param cut whether there were more rows
 */
public record Answer(List<Head> columns, List<List<@Nullable Object>> rows, boolean cut) {
    /** What a program can do with a column's values. */
    public enum Kind {
        TEXT,
        /** Whole or not, as Java has it. */
        NUMBER,
        FLAG,
        /** ISO-8601 in UTC, or a date. */
        TIME
    }

    /**
     * A column.
     *
     * @param type as DuckDB names it
     */
    public record Head(String name, String type, Kind kind) {}

    /** Names of the columns. */
    public List<String> names() {
        return columns.stream().map(Head::name).toList();
    }
}
