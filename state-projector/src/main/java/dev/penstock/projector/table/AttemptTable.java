package dev.penstock.projector.table;

import static dev.penstock.projector.table.Column.column;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.projector.view.AttemptView;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code attempt}: a row is always written whole. */
public final class AttemptTable {
    static final String NAME = "attempt";

    private static final List<Column<AttemptView>> ALL = List.of(
            column("job", (out, a) -> out.text(a.key().job().value())),
            column("lease", (out, a) -> out.number(a.key().lease())),
            column("round", (out, a) -> out.number(a.round())),
            column("attempt", (out, a) -> out.number(a.attempt())),
            column("worker", (out, a) -> out.text(a.worker())),
            column("delivery_topic", (out, a) -> out.text(delivery(a, Delivery::topic))),
            column("delivery_partition", (out, a) -> out.number(delivery(a, Delivery::partition))),
            column("delivery_offset", (out, a) -> out.number(delivery(a, Delivery::offset))),
            column("delivery_count", (out, a) -> out.number(delivery(a, Delivery::count))),
            column("claimed", (out, a) -> out.flag(a.claimed())),
            column("dispatched_at", (out, a) -> out.instant(a.dispatchedAt())),
            column("started_at", (out, a) -> out.instant(a.startedAt())),
            column("ended_at", (out, a) -> out.instant(end(a, AttemptEnd::at))),
            column("outcome", (out, a) -> out.word(end(a, AttemptEnd::outcome))),
            column("took_ms", (out, a) -> out.millis(end(a, AttemptEnd::took))),
            column("note", (out, a) -> out.text(end(a, AttemptEnd::note))),
            column("error_class", (out, a) -> out.text(failure(a, Failure::error))),
            column("error_message", (out, a) -> out.text(failure(a, Failure::message))),
            column("error_stack", (out, a) -> out.text(failure(a, Failure::stack))),
            column("error_kind", (out, a) -> out.word(failure(a, Failure::kind))),
            column("log_partition", (out, a) -> out.number(a.place().partition())),
            column("log_offset", (out, a) -> out.number(a.place().offset())));

    private static final String COLUMNS = Column.names(ALL);
    private static final String UPSERT = "INSERT INTO attempt (" + COLUMNS + ") SELECT " + COLUMNS
            + " FROM attempt_batch ON CONFLICT (job, lease) DO UPDATE SET "
            + ALL.stream()
                    .map(column -> column.name() + " = excluded." + column.name())
                    .collect(Collectors.joining(", "));
    private static final String DELETE = "DELETE FROM attempt WHERE job = ANY (?)";

    private AttemptTable() {}

    /** The table as it should be. */
    public static Column.Told<AttemptView> told() {
        return new Column.Told<>(NAME, ALL, Function.identity());
    }

    /**
     * Writes the attempts.
     *
     * @param isNew whether there can be no attempt of that job in the table: then nothing has to be looked for
     */
    public static int upsert(Session session, Collection<AttemptView> attempts, Predicate<JobId> isNew)
            throws SQLException {
        List<AttemptView> first = new ArrayList<>();
        List<AttemptView> others = new ArrayList<>();
        attempts.forEach(attempt -> (isNew.test(attempt.key().job()) ? first : others).add(attempt));
        session.copy(NAME, ALL, first);
        if (!others.isEmpty()) {
            session.copy("attempt_batch", ALL, others);
            session.prepared(UPSERT).executeUpdate();
        }
        return attempts.size();
    }

    public static void delete(Session session, Collection<JobId> ids) throws SQLException {
        PreparedStatement delete = session.prepared(DELETE);
        delete.setArray(1, session.texts(ids));
        delete.executeUpdate();
    }

    private static <T> @Nullable T delivery(AttemptView a, Function<Delivery, T> part) {
        return a.delivery() == null ? null : part.apply(a.delivery());
    }

    private static <T> @Nullable T end(AttemptView a, Function<AttemptEnd, @Nullable T> part) {
        return a.end() == null ? null : part.apply(a.end());
    }

    private static <T> @Nullable T failure(AttemptView a, Function<Failure, T> part) {
        return a.end() == null || a.end().failure() == null
                ? null
                : part.apply(a.end().failure());
    }
}
