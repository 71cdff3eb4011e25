package dev.penstock.projector.analyst.live;

import dev.penstock.api.job.Json;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.mask.Masking;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.table.Column;
import dev.penstock.projector.analyst.table.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Covers what is secret before it is in a table, where no SELECT can uncover it: JSON by its fields, and in what people and programs
 * said whatever follows a covered name, and the covered values of the job itself. Not thread-safe.
 */
final class Cover {
    private final Masking masking;
    private @Nullable Object last;
    private Mask mask;

    Cover(Masking masking) {
        this.masking = masking;
        this.mask = masking.of(null);
    }

    /**
     * The table with covered values.
     *
     * @param job the job that a row is about
     */
    <R> Table<R> over(Table<R> table, Function<R, @Nullable Job> job) {
        boolean messages = table.name().equals(Table.EVENTS.name());
        return new Table<>(
                table.name(),
                table.columns().stream()
                        .map(column -> covered(column, job, messages))
                        .toList());
    }

    private <R> Column<R> covered(Column<R> column, Function<R, @Nullable Job> job, boolean messages) {
        Function<R, @Nullable Object> value = switch (column.type()) {
            case JSON -> row -> json((String) column.value().apply(row), of(job.apply(row)), messages);
            case SAID -> row -> said((String) column.value().apply(row), of(job.apply(row)));
            case TEXT, NUMBER, FLAG, TIME -> column.value();
        };
        return new Column<>(column.name(), column.type(), value);
    }

    private static @Nullable Object json(@Nullable String text, Mask mask, boolean messages) {
        if (text == null) {
            return null;
        }
        Json json = new Json(text);
        return (messages ? mask.message(json) : mask.contents(json)).text();
    }

    private static @Nullable Object said(@Nullable String text, Mask mask) {
        return text == null ? null : mask.text(text);
    }

    /** All columns of a row ask for the same. */
    private Mask of(@Nullable Job job) {
        Object now = job;
        if (now != last) {
            mask = job == null
                    ? masking.of(null)
                    : masking.of(job.spec().type()).knowing(contents(job));
            last = now;
        }
        return mask;
    }

    private static List<Json> contents(Job job) {
        return Stream.of(
                        job.spec().payload(),
                        job.result(),
                        job.checkpoint(),
                        new Json(Wire.text(job.spec().metadata())))
                .filter(Objects::nonNull)
                .toList();
    }
}
