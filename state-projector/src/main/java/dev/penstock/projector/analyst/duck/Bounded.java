package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.duck.Answer.Head;
import dev.penstock.projector.analyst.duck.Answer.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A SELECT around somebody's SELECT, so that DuckDB itself cuts rows and values: the driver makes Java strings of two thousand rows
 * at a time, and no text is short enough to be sure of.
 *
 * @param columns of the inner SELECT
 * @param sql the outer one
 */
record Bounded(List<Head> columns, String sql) {
    private static final String NUMBERS = "(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\\(.*\\))";
    private static final String TIMES = "(DATE|TIMESTAMP[A-Z_ ]*)";

    /** Reads the columns of a text that the {@link Guard} has let through. */
    static Bounded of(Connection connection, String sql, String alone, Limits limits) throws SQLException {
        List<Head> columns = new ArrayList<>();
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
            ResultSetMetaData data = prepared.getMetaData();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                String type = data.getColumnTypeName(i);
                columns.add(new Head(data.getColumnLabel(i), type, kind(type)));
            }
        }
        List<String> inner = new ArrayList<>();
        List<String> outer = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = "c" + i;
            inner.add(name);
            outer.add(
                    columns.get(i).kind() == Kind.TEXT
                            ? "left(CAST(" + name + " AS VARCHAR), " + (limits.cell() + 1L) + ")"
                            : name);
        }
        return new Bounded(
                columns,
                "SELECT " + String.join(", ", outer) + " FROM (\n" + alone + "\n) AS answer(" + String.join(", ", inner)
                        + ") LIMIT " + (limits.rows() + 1L));
    }

    private static Kind kind(String type) {
        if (type.matches(NUMBERS)) {
            return Kind.NUMBER;
        }
        if (type.matches(TIMES)) {
            return Kind.TIME;
        }
        return type.equals("BOOLEAN") ? Kind.FLAG : Kind.TEXT;
    }
}
