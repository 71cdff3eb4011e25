package dev.penstock.ui.fact.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a question in SQL gave; what is secret was covered before the question was asked.
 *
 * @param columns in the order of the SELECT
 * @param rows a text, a number, a truth value or null for each column; times are ISO-8601 in UTC
 * @param cut whether there were more rows
 * @param ms how long the query took
 * @param asOf offsets of the log: {@code 0:12 1:40}
 */
public record QueryAnswer(List<Column> columns, List<List<@Nullable Object>> rows, boolean cut, long ms, String asOf) {
    /** What can be done with a column's values. */
    public enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        TIME
    }

    /**
     * A column.
     *
     * @param type as the engine, DuckDB, names it
     */
    public record Column(String name, String type, Kind kind) {}
}
