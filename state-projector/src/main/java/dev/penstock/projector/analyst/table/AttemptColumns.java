package dev.penstock.projector.analyst.table;

import static dev.penstock.projector.analyst.table.Column.number;
import static dev.penstock.projector.analyst.table.Column.said;
import static dev.penstock.projector.analyst.table.Column.text;
import static dev.penstock.projector.analyst.table.Column.time;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.projector.analyst.fold.AttemptLine;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code attempts}. */
final class AttemptColumns {
    static final List<Column<AttemptLine>> ALL = List.of(
            text("job", row -> row.job().id()),
            text("type", row -> row.job().spec().type()),
            text("queue", row -> row.job().queue()),
            number("round", AttemptLine::round),
            number("attempt", AttemptLine::attempt),
            number("lease", AttemptLine::lease),
            text("worker", AttemptLine::worker),
            time("dispatched_at", AttemptLine::dispatchedAt),
            time("started_at", AttemptLine::startedAt),
            time("ended_at", end(AttemptEnd::at)),
            text("outcome", end(AttemptEnd::outcome)),
            number("took_ms", AttemptColumns::took),
            said("note", end(AttemptEnd::note)),
            text("error_class", failure(Failure::error)),
            said("error_message", failure(Failure::message)),
            text("error_kind", failure(Failure::kind)),
            number("log_partition", AttemptLine::partition),
            number("log_offset", AttemptLine::offset));

    private AttemptColumns() {}

    private static Function<AttemptLine, @Nullable Object> end(Function<AttemptEnd, @Nullable Object> part) {
        return row -> {
            AttemptEnd end = row.end();
            return end == null ? null : part.apply(end);
        };
    }

    private static Function<AttemptLine, @Nullable Object> failure(Function<Failure, @Nullable Object> part) {
        return end(end -> {
            Failure failure = end.failure();
            return failure == null ? null : part.apply(failure);
        });
    }

    private static @Nullable Long took(AttemptLine row) {
        AttemptEnd end = row.end();
        Duration took = end == null ? null : end.took();
        return took == null ? null : took.toMillis();
    }
}
