package dev.penstock.projector.analyst.table;

import static dev.penstock.projector.analyst.table.Column.flag;
import static dev.penstock.projector.analyst.table.Column.json;
import static dev.penstock.projector.analyst.table.Column.number;
import static dev.penstock.projector.analyst.table.Column.said;
import static dev.penstock.projector.analyst.table.Column.text;
import static dev.penstock.projector.analyst.table.Column.time;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Step;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of {@code events}. */
final class EventColumns {
    static final List<Column<Step>> ALL = List.of(
            number("log_partition", step -> step.fact().partition()),
            number("log_offset", step -> step.fact().offset()),
            text("id", event(EventMessage::id)),
            text("event", event(message -> message.body().getClass().getSimpleName())),
            time("happened_at", event(EventMessage::at)),
            text("key", event(EventMessage::key)),
            number("version", step -> step.fact().event().version()),
            text("actor", event(EventMessage::actor)),
            said("reason", event(EventMessage::reason)),
            text("command", event(EventMessage::command)),
            flag("last", event(EventMessage::last)),
            text("tenant", event(EventMessage::tenant)),
            text("type", job(job -> job.spec().type())),
            text("queue", job(Job::queue)),
            text("root", job(Job::root)),
            text("status", job(Job::status)),
            json("data", event(message -> Wire.text(message.body()))));

    private EventColumns() {}

    private static Function<Step, @Nullable Object> event(Function<EventMessage, @Nullable Object> part) {
        return step -> part.apply(step.fact().event());
    }

    private static Function<Step, @Nullable Object> job(Function<Job, @Nullable Object> part) {
        return step -> {
            Job job = step.job();
            return job == null ? null : part.apply(job);
        };
    }
}
