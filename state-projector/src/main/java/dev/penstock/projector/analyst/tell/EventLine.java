package dev.penstock.projector.analyst.tell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.projector.analyst.fold.Step;
import dev.penstock.projector.analyst.source.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** An event as one line. */
public final class EventLine {
    private EventLine() {}

    /** For people: time, place, event, job, status after it, actor, and what it says. */
    public static String text(Step step) {
        Fact fact = step.fact();
        EventMessage event = fact.event();
        Job job = step.job();
        String line = String.format(
                Locale.ROOT,
                "%-24s %8s  %-18s %-9s %-24s %-18s %s",
                event.at(),
                fact.partition() + ":" + fact.offset(),
                event.body().getClass().getSimpleName(),
                job == null ? "" : job.status(),
                event.key(),
                event.actor(),
                Saying.of(event.body()));
        return (event.reason() == null ? line : line + " [" + event.reason() + "]").stripTrailing();
    }

    /**
     * For programs: the event as it lies in the log, with {@code partition}, {@code offset}, {@code id}, and what is known of its
     * job in {@code job}: {@code type}, {@code queue}, {@code root}, {@code status} after it.
     */
    public static ObjectNode json(Step step) {
        Fact fact = step.fact();
        ObjectNode line = Wire.mapper().createObjectNode();
        line.put("partition", fact.partition());
        line.put("offset", fact.offset());
        line.put("id", fact.event().id());
        line.setAll(event(fact.event()));
        Job job = step.job();
        if (job != null) {
            line.putObject("job")
                    .put("type", job.spec().type())
                    .put("queue", job.queue())
                    .put("root", job.root().value())
                    .put("status", job.status().name());
        }
        return line;
    }

    private static ObjectNode event(EventMessage message) {
        try {
            return (ObjectNode) Wire.mapper().readTree(EventCodec.encode(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
