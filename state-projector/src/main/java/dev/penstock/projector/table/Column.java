package dev.penstock.projector.table;

import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** A column and how it is filled: names and values of a row stand side by side. */
public record Column<T>(String name, BiConsumer<CopyText, T> fill) {
    public static <T> Column<T> column(String name, BiConsumer<CopyText, T> fill) {
        return new Column<>(name, fill);
    }

    public static String names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    public static <T> void row(List<Column<T>> columns, CopyText out, T value) throws SQLException {
        for (Column<T> column : columns) {
            column.fill.accept(out, value);
        }
        out.end();
    }
}
