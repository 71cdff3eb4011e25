package dev.penstock.projector.analyst.rows;

import dev.penstock.projector.table.CopyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of figures or settings as it should be: its rows by their keys, in the form in which {@link Written} reads them. Mutable. */
final class Sheet {
    private final String table;
    private final List<String> key;
    private final List<String> figures;
    private final Predicate<List<String>> scope;
    private final Map<List<String>, List<@Nullable String>> rows = new HashMap<>();

    /**
     * Without rows.
     *
     * @param key names of the columns that name a row, none of which is ever NULL
     * @param figures names of all the others
     * @param scope whether a row is compared, by its key
     */
    Sheet(String table, List<String> key, List<String> figures, Predicate<List<String>> scope) {
        this.table = table;
        this.key = key;
        this.figures = figures;
        this.scope = scope;
    }

    String table() {
        return table;
    }

    /** The key's columns first. */
    List<String> columns() {
        return Stream.concat(key.stream(), figures.stream()).toList();
    }

    List<String> figures() {
        return figures;
    }

    /** Puts a row in: as many values as there are columns, times as {@link Instant}. */
    void put(@Nullable Object... values) {
        if (values.length != key.size() + figures.size()) {
            throw new IllegalArgumentException(table + " has other columns than " + Arrays.toString(values));
        }
        List<@Nullable String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(text(value));
        }
        List<String> name = name(row);
        if (scope.test(name)) {
            rows.put(name, row.subList(key.size(), row.size()));
        }
    }

    /** Whether a row of the database is compared. */
    boolean has(List<@Nullable String> row) {
        return scope.test(name(row));
    }

    /** Takes out what the row of the database should say behind its key; null if there should be none. */
    @Nullable
    List<@Nullable String> take(List<@Nullable String> row) {
        return rows.remove(name(row));
    }

    /** The figures of a row of the database. */
    List<@Nullable String> figures(List<@Nullable String> row) {
        return row.subList(key.size(), row.size());
    }

    /** The row for people. */
    String title(List<@Nullable String> row) {
        return table + " " + String.join(" ", name(row));
    }

    /** Keys of the rows that were not taken out. */
    Set<List<String>> left() {
        return rows.keySet();
    }

    private List<String> name(List<@Nullable String> row) {
        return row.stream().limit(key.size()).map(String::valueOf).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant time -> Written.time(time);
            case Boolean flag -> flag ? "t" : "f";
            default -> CopyText.storable(value.toString());
        };
    }
}
