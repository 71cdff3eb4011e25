package dev.penstock.projector.table;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * A table as it should be: the very rows that would be sent to the server, for whoever compares them with those that it has. Not
     * thread-safe.
     *
     * @param <V> what a row is made of
     */
    public static final class Told<V> {
        private final String table;
        private final List<String> names;
        private final Writing<V> writing;
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private final CopyText out = new CopyText(written::writeBytes);

        private interface Writing<V> {
            void row(CopyText out, V value) throws SQLException;
        }

        <T> Told(String table, List<Column<T>> columns, Function<V, T> row) {
            this.table = table;
            this.names = columns.stream().map(Column::name).toList();
            this.writing = (text, value) -> Column.row(columns, text, row.apply(value));
        }

        /** Its name. */
        public String table() {
            return table;
        }

        /** The names of its columns. */
        public List<String> names() {
            return names;
        }

        /** A row, column by column, as it is written into COPY but without its escapes; null: NULL. */
        public List<@Nullable String> row(V value) {
            try {
                written.reset();
                writing.row(out, value);
                out.send();
            } catch (SQLException e) {
                throw new IllegalStateException("Nothing was asked of a server", e);
            }
            return fields(written.toString(StandardCharsets.UTF_8));
        }

        private static List<@Nullable String> fields(String line) {
            List<@Nullable String> fields = new ArrayList<>();
            for (String field : line.substring(0, line.length() - 1).split("\t", -1)) {
                fields.add(field.equals("\\N") ? null : plain(field));
            }
            return fields;
        }

        private static String plain(String field) {
            if (field.indexOf('\\') < 0) {
                return field;
            }
            StringBuilder plain = new StringBuilder(field.length());
            for (int i = 0; i < field.length(); i++) {
                char c = field.charAt(i);
                plain.append(c == '\\' ? letter(field.charAt(++i)) : c);
            }
            return plain.toString();
        }

        private static char letter(char escaped) {
            return switch (escaped) {
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'r' -> '\r';
                default -> escaped;
            };
        }
    }
}
