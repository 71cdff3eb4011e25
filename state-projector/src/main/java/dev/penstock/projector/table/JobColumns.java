package dev.penstock.projector.table;

import static dev.penstock.projector.table.Column.column;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.project.Failures;
import dev.penstock.projector.project.Fingerprint;
import dev.penstock.projector.view.JobView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code job}. */
final class JobColumns {
    static final List<Column<Row>> ALL = List.of(
            column("id", (out, r) -> out.text(r.job().id().value())),
            column("route", (out, r) -> out.text(r.job().id().route())),
            column("root", (out, r) -> out.text(r.job().root().value())),
            column("parent", (out, r) -> out.text(string(r.job().parent()))),
            column("type", (out, r) -> out.text(r.job().spec().type())),
            column("schema_version", (out, r) -> out.number(r.job().spec().schemaVersion())),
            column("queue", (out, r) -> out.text(r.job().queue())),
            column("priority", (out, r) -> out.word(r.job().priority())),
            column("status", (out, r) -> out.word(r.job().status())),
            column("version", (out, r) -> out.number(r.job().version())),
            column("lifecycle", (out, r) -> out.number(r.job().lifecycle())),
            column("tenant", (out, r) -> out.text(r.job().tenant())),
            column("run_by", (out, r) -> out.text(r.job().spec().runBy())),
            column("origin", (out, r) -> out.word(r.job().spec().origin())),
            column(
                    "system",
                    (out, r) -> out.flag(r.job().policy().capabilities().system())),
            column("notify_user", (out, r) -> out.text(r.job().spec().notifyUser())),
            column("instance", (out, r) -> out.text(r.job().spec().instance())),
            column("batch", (out, r) -> out.text(r.job().spec().batch())),
            column("tags", (out, r) -> out.array(r.job().spec().tags())),
            column("metadata", (out, r) -> out.text(metadata(r.job().spec().metadata()))),
            column("links", (out, r) -> out.text(Wire.text(r.job().spec().links()))),
            column("idempotency_hash", (out, r) -> out.text(r.job().spec().idempotencyKey())),
            column("payload", (out, r) -> out.text(r.large(job -> job.spec().payload()))),
            column("result", (out, r) -> out.text(r.large(Job::result))),
            column("checkpoint", (out, r) -> out.text(r.large(Job::checkpoint))),
            column("created_at", (out, r) -> out.instant(r.job().times().createdAt())),
            column("available_at", (out, r) -> out.instant(r.job().times().availableAt())),
            column("started_at", (out, r) -> out.instant(r.job().times().startedAt())),
            column("ended_at", (out, r) -> out.instant(r.job().times().endedAt())),
            column(
                    "due_at",
                    (out, r) -> out.instant(
                            r.job().run().waiting() == null
                                    ? null
                                    : r.job().run().waiting().due())),
            column("in_line_at", (out, r) -> out.instant(inLineAt(r.job()))),
            column("changed_at", (out, r) -> out.instant(r.job().times().changedAt())),
            column("delete_after", (out, r) -> out.instant(deleteAfter(r.job()))),
            column(
                    "waited_ms",
                    (out, r) -> out.millis(between(
                            r.job().times().availableAt(), r.job().times().startedAt()))),
            column(
                    "took_ms",
                    (out, r) -> out.millis(
                            between(r.job().times().startedAt(), r.job().times().endedAt()))),
            column("round", (out, r) -> out.number(r.job().run().round())),
            column("attempt", (out, r) -> out.number(r.job().run().attempt())),
            column("attempts", (out, r) -> out.number(r.job().marks().attempts())),
            column("failures", (out, r) -> out.number(r.job().run().failures())),
            column("retries", (out, r) -> out.number(r.job().marks().retries())),
            column("lost_leases", (out, r) -> out.number(r.job().marks().lostLeases())),
            column("max_attempts", (out, r) -> out.number(r.job().policy().maxAttempts())),
            column("timeout_ms", (out, r) -> out.millis(r.job().policy().timeout())),
            column(
                    "progress_done",
                    (out, r) -> out.number(
                            r.job().run().progress() == null
                                    ? null
                                    : r.job().run().progress().done())),
            column(
                    "progress_total",
                    (out, r) -> out.number(
                            r.job().run().progress() == null
                                    ? null
                                    : r.job().run().progress().total())),
            column(
                    "progress_message",
                    (out, r) -> out.text(
                            r.job().run().progress() == null
                                    ? null
                                    : r.job().run().progress().message())),
            column("progress_offset", (out, r) -> out.number(r.after().trail().progress())),
            column("errors", (out, r) -> out.flag(r.job().marks().errors())),
            column("needs_review", (out, r) -> out.flag(r.job().marks().needsReview())),
            column("children_total", (out, r) -> out.number(r.job().children().total())),
            column("children_open", (out, r) -> out.number(r.job().children().open())),
            column("children_failed", (out, r) -> out.number(r.job().children().failed())),
            column("error_class", (out, r) -> out.text(r.error(Failure::error))),
            column("error_message", (out, r) -> out.text(r.error(Failure::message))),
            column("error_stack", (out, r) -> out.text(r.error(Failure::stack))),
            column(
                    "error_kind",
                    (out, r) -> out.text(r.error(failure -> failure.kind().name()))),
            column("error_fingerprint", (out, r) -> out.text(r.fingerprint())),
            column("reason", (out, r) -> out.text(r.after().trail().reason())),
            column("worker", (out, r) -> out.text(r.after().trail().worker())),
            column(
                    "lease",
                    (out, r) -> out.number(
                            r.job().run().holder() == null
                                    ? null
                                    : r.job().run().holder().lease().number())),
            column(
                    "lease_since",
                    (out, r) -> out.instant(
                            r.job().run().holder() == null
                                    ? null
                                    : r.job().run().holder().since())),
            column("delivery_topic", (out, r) -> out.text(r.delivery(Delivery::topic))),
            column("delivery_partition", (out, r) -> out.number(r.delivery(Delivery::partition))),
            column("delivery_offset", (out, r) -> out.number(r.delivery(Delivery::offset))),
            column("delivery_count", (out, r) -> out.number(r.delivery(Delivery::count))),
            column("state", (out, r) -> out.text(StateText.of(r.job()))),
            column("log_partition", (out, r) -> out.number(r.after().place().partition())),
            column("log_offset", (out, r) -> out.number(r.after().place().offset())));

    private JobColumns() {}

    /** A row, and what the table holds in its place. */
    record Row(@Nullable JobView before, JobView after) {
        Job job() {
            return after.job();
        }

        /** The text; the empty string if it is as it was. */
        @Nullable
        String large(Function<Job, @Nullable Json> part) {
            Json now = part.apply(after.job());
            if (now != null && before != null && now.equals(part.apply(before.job()))) {
                return "";
            }
            return string(now);
        }

        <T> @Nullable T delivery(Function<Delivery, T> part) {
            Delivery delivery = after.trail().delivery();
            return delivery == null ? null : part.apply(delivery);
        }

        @Nullable
        String fingerprint() {
            Failure failure = Failures.of(after);
            return failure == null ? null : Fingerprint.of(failure);
        }

        @Nullable
        String error(Function<Failure, String> part) {
            List<Failure> errors = after.job().errors();
            return errors.isEmpty() ? null : part.apply(errors.get(errors.size() - 1));
        }
    }

    private static String metadata(Map<String, String> metadata) {
        Map<String, String> clean = new TreeMap<>();
        metadata.forEach((name, value) -> clean.put(CopyText.storable(name), CopyText.storable(value)));
        return Wire.text(clean);
    }

    private static @Nullable Instant deleteAfter(Job job) {
        Instant ended = job.times().endedAt();
        boolean leaves = switch (job.status()) {
            case COMPLETED, ABORTED, EXPIRED -> true;
            default -> false;
        };
        return leaves && ended != null ? ended.plus(job.policy().deleteAfter()) : null;
    }

    /** What puts a job in line is the last event of a job that lies there. */
    private static @Nullable Instant inLineAt(Job job) {
        boolean lies = job.status() == Status.QUEUED
                && job.run().dispatch() != null
                && job.run().holder() == null;
        return lies ? job.times().changedAt() : null;
    }

    private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
