package dev.penstock.projector.analyst.duck;

import dev.penstock.projector.analyst.table.Column;
import dev.penstock.projector.analyst.table.Table;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Forms of exported files. */
public enum Format {
    NDJSON("FORMAT json"),
    CSV("FORMAT csv, HEADER"),
    PARQUET("FORMAT parquet, COMPRESSION zstd");

    private final String options;

    Format(String options) {
        this.options = options;
    }

    /**
     * What a file's name says of its form.
     *
     * @throws IllegalArgumentException if it says nothing
     */
    public static Format of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return PARQUET;
        }
        if (name.endsWith(".csv")) {
            return CSV;
        }
        if (name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json")) {
            return NDJSON;
        }
        throw new IllegalArgumentException(
                "Which form has " + file + "? Its name ends in .ndjson, .csv or .parquet, or --format says it.");
    }

    /** The statement that writes a table, in the order in which its rows came. */
    String copy(Table<?> table, Path file) {
        String columns = table.columns().stream().map(this::column).collect(Collectors.joining(", "));
        return "COPY (SELECT " + columns + " FROM " + table.name() + " ORDER BY rowid) TO '"
                + file.toString().replace("'", "''") + "' (" + options + ")";
    }

    private String column(Column<?> column) {
        String name = column.name();
        return this == NDJSON && column.type() == Column.Type.JSON ? name + "::JSON AS " + name : name;
    }
}
