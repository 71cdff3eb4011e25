package dev.penstock.api.worker.family;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.FamilyEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the ends of a job's own children among the events of its partition. Remembers little of each child, and of one
 * that has ended no more than its name, so that a large family can be read.
 */
public final class EndsInLog {
    /** What is known of a child; result and error only until it has ended. */
    private static final class Known {
        final String name;
        final String type;

        @Nullable
        Json result;

        @Nullable
        String error;

        Known(String name, String type) {
            this.name = name;
            this.type = type;
        }
    }

    private final String parent;
    private final Map<String, Known> children = new HashMap<>();
    private int generation;

    public EndsInLog(JobId parent) {
        this.parent = parent.value();
    }

    /** The ends among {@code events}, in their order. */
    public Stream<ChildEnd> in(Stream<EventMessage> events) {
        return events.mapMulti((event, out) -> {
            ChildEnd end = read(event);
            if (end != null) {
                out.accept(end);
            }
        });
    }

    private @Nullable ChildEnd read(EventMessage event) {
        if (event.key().equals(parent)) {
            return event.body() instanceof FamilyEvent.ChildEnded end ? ended(end) : null;
        }
        if (event.body() instanceof Submission.JobSubmitted born) {
            born(event.key(), born);
        }
        Known child = children.get(event.key());
        if (child != null) {
            learn(child, event.body());
        }
        return null;
    }

    /** Only children of the latest generation are waited for: a restarted parent has children of its own. */
    private void born(String id, Submission.JobSubmitted born) {
        JobId by = born.parent();
        Submission.Birth birth = born.birth();
        if (by == null || birth == null || !by.value().equals(parent) || birth.generation() < generation) {
            return;
        }
        if (birth.generation() > generation) {
            generation = birth.generation();
            children.clear();
        }
        children.put(id, new Known(birth.name(), born.spec().type()));
    }

    private static void learn(Known child, Event event) {
        switch (event) {
            case Attempt.AttemptSucceeded e -> child.result = e.result();
            case Attempt.AttemptFailed e -> child.error = e.failure().message();
            case Ending.JobCompleted e -> child.result = e.result() == null ? child.result : e.result();
            case Ending.JobFailed e -> child.error = child.error == null ? String.valueOf(e.why()) : child.error;
            case Ending.JobAborted e -> child.error = e.why();
            default -> {}
        }
    }

    /** A stopped child may go on: it has not ended for its parent. */
    private @Nullable ChildEnd ended(FamilyEvent.ChildEnded end) {
        Known child = children.get(end.child().value());
        if (child == null || end.status() == Status.STOPPED) {
            return null;
        }
        boolean done = end.status() == Status.COMPLETED || end.status() == Status.EXPIRED;
        ChildEnd found = new ChildEnd(
                end.child(),
                child.name,
                child.type,
                end.status(),
                done ? child.result : null,
                done ? null : child.error);
        child.result = null;
        child.error = null;
        return found;
    }
}
