package dev.penstock.projector.analyst.rows;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.table.Column;
import dev.penstock.projector.table.CopyText;
import dev.penstock.projector.table.SketchForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values in one form, whether they come from the log or from the server: the form in which the projector writes them. */
final class Written {
    private static final int LENGTH_WITH_MILLIS = "2026-03-01T14:00:00.000Z".length();
    private static final int NANOS_OF_MILLI = 1_000_000;
    private static final int NANOS_OF_MICRO = 1_000;

    private Written() {}

    /** A row as it would be sent, with times as exact as the server keeps them. */
    static List<@Nullable String> row(Column.Told<?> table, List<@Nullable String> sent) {
        List<@Nullable String> row = new ArrayList<>(sent);
        for (int i = 0; i < row.size(); i++) {
            String value = row.get(i);
            if (value != null && isTime(table.names().get(i)) && value.length() > LENGTH_WITH_MILLIS) {
                row.set(i, time(Instant.parse(value)));
            }
        }
        return row;
    }

    /** The server's present row. */
    static List<@Nullable String> columns(ResultSet row, int count) throws SQLException {
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            values.add(column(row, i));
        }
        return values;
    }

    private static @Nullable String column(ResultSet row, int column) throws SQLException {
        return switch (row.getMetaData().getColumnTypeName(column)) {
            case "timestamptz" -> {
                OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
                yield value == null ? null : time(value.toInstant());
            }
            case "bool" -> {
                boolean value = row.getBoolean(column);
                yield row.wasNull() ? null : value ? "t" : "f";
            }
            case "_text" -> {
                java.sql.Array value = row.getArray(column);
                yield value == null ? null : CopyText.arrayText(List.of((String[]) value.getArray()));
            }
            case "bytea" -> sketch(SketchForm.read(row.getBytes(column)));
            case "jsonb" -> sorted(row.getString(column));
            default -> row.getString(column);
        };
    }

    /** A quantile sketch, whose bytes may differ where it does not: how many values it has, and how many lie at which place. */
    static @Nullable String sketch(@Nullable DDSketch sketch) {
        if (sketch == null) {
            return null;
        }
        StringBuilder text = new StringBuilder().append((long) sketch.getCount());
        sketch.getPositiveValueStore()
                .getAscendingIterator()
                .forEachRemaining(bin ->
                        text.append(' ').append(bin.getIndex()).append('x').append((long) bin.getCount()));
        return text.toString();
    }

    private static boolean isTime(String column) {
        return column.equals("at")
                || column.endsWith("_at")
                || column.equals("delete_after")
                || column.equals("lease_since");
    }

    /** A moment as exact as the server keeps it. */
    static String time(Instant exact) {
        Instant kept = exact.plusNanos(NANOS_OF_MICRO / 2).truncatedTo(ChronoUnit.MICROS);
        int nanos = kept.get(ChronoField.NANO_OF_SECOND);
        if (nanos % NANOS_OF_MILLI != 0) {
            return kept.toString();
        }
        String whole = kept.truncatedTo(ChronoUnit.SECONDS).toString();
        String millis = Integer.toString(1_000 + nanos / NANOS_OF_MILLI).substring(1);
        return whole.substring(0, whole.length() - 1) + "." + millis + "Z";
    }

    /** The server keeps the names of an object in an order of its own. */
    private static @Nullable String sorted(@Nullable String json) {
        try {
            return json == null
                    ? null
                    : Wire.text(Wire.mapper().readValue(json, new TypeReference<TreeMap<String, Object>>() {}));
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}
