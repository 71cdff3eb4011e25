package dev.penstock.projector.analyst.table;

import static dev.penstock.projector.analyst.table.Column.flag;
import static dev.penstock.projector.analyst.table.Column.json;
import static dev.penstock.projector.analyst.table.Column.number;
import static dev.penstock.projector.analyst.table.Column.said;
import static dev.penstock.projector.analyst.table.Column.text;
import static dev.penstock.projector.analyst.table.Column.time;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code jobs}. */
final class JobColumns {
    static final List<Column<Standing>> ALL = List.of(
            text("id", job(Job::id)),
            text("root", job(Job::root)),
            text("parent", job(Job::parent)),
            text("type", job(j -> j.spec().type())),
            number("schema_version", row -> row.job().spec().schemaVersion()),
            text("queue", job(Job::queue)),
            text("priority", job(Job::priority)),
            text("status", job(Job::status)),
            number("version", row -> row.job().version()),
            text("tenant", job(Job::tenant)),
            text("run_by", job(j -> j.spec().runBy())),
            text("origin", job(j -> j.spec().origin())),
            flag("system", job(j -> j.policy().capabilities().system())),
            text("instance", job(j -> j.spec().instance())),
            text("batch", job(j -> j.spec().batch())),
            json("tags", job(j -> Wire.text(j.spec().tags()))),
            json("metadata", job(j -> Wire.text(j.spec().metadata()))),
            json("payload", job(j -> j.spec().payload())),
            json("result", job(Job::result)),
            time("created_at", job(j -> j.times().createdAt())),
            time("available_at", job(j -> j.times().availableAt())),
            time("started_at", job(j -> j.times().startedAt())),
            time("ended_at", job(j -> j.times().endedAt())),
            time("due_at", job(JobColumns::due)),
            time("changed_at", job(j -> j.times().changedAt())),
            number(
                    "waited_ms",
                    row -> millis(
                            row.job().times().availableAt(), row.job().times().startedAt())),
            number(
                    "took_ms",
                    row -> millis(
                            row.job().times().startedAt(), row.job().times().endedAt())),
            number("round", row -> row.job().run().round()),
            number("attempt", row -> row.job().run().attempt()),
            number("attempts", row -> row.job().marks().attempts()),
            number("failures", row -> row.job().run().failures()),
            number("retries", row -> row.job().marks().retries()),
            number("lost_leases", row -> row.job().marks().lostLeases()),
            number("max_attempts", row -> row.job().policy().maxAttempts()),
            flag("errors", job(j -> j.marks().errors())),
            flag("needs_review", job(j -> j.marks().needsReview())),
            number("children_total", row -> row.job().children().total()),
            number("children_open", row -> row.job().children().open()),
            number("children_failed", row -> row.job().children().failed()),
            text("error_class", error(Failure::error)),
            said("error_message", error(Failure::message)),
            text("worker", holder(holder -> holder.lease().worker())),
            time("lease_since", holder(Job.Holder::since)),
            number("log_partition", Standing::partition),
            number("log_offset", Standing::offset));

    private JobColumns() {}

    private static Function<Standing, @Nullable Object> job(Function<Job, @Nullable Object> part) {
        return row -> part.apply(row.job());
    }

    private static Function<Standing, @Nullable Object> error(Function<Failure, @Nullable Object> part) {
        return row -> {
            List<Failure> errors = row.job().errors();
            return errors.isEmpty() ? null : part.apply(errors.get(errors.size() - 1));
        };
    }

    private static Function<Standing, @Nullable Object> holder(Function<Job.Holder, @Nullable Object> part) {
        return row -> {
            Job.Holder holder = row.job().run().holder();
            return holder == null ? null : part.apply(holder);
        };
    }

    private static @Nullable Instant due(Job job) {
        Job.Wait waiting = job.run().waiting();
        return waiting == null ? null : waiting.due();
    }

    private static @Nullable Long millis(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to).toMillis();
    }
}
