package dev.penstock.projector.analyst.filter;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is true of an event and its job, or of a job.
 *
 * @param event null if it is asked of a job
 * @param job after the event; null if the log says nothing of it, or if the event is about none
 */
record Facts(@Nullable EventMessage event, @Nullable Job job) {
    /** The texts that it has under a key; none if it has none. */
    Stream<String> texts(Key key) {
        if (event != null && !key.needsJob()) {
            return ofEvent(key, event);
        }
        return job == null ? Stream.of() : ofJob(key, job);
    }

    /** The time that it has under a key; null if it has none. */
    @Nullable
    Instant time(Key key) {
        if (key == Key.AT) {
            return event == null ? null : event.at();
        }
        if (job == null) {
            return null;
        }
        return switch (key) {
            case CREATED -> job.times().createdAt();
            case STARTED -> job.times().startedAt();
            default -> job.times().endedAt();
        };
    }

    /** Attempts begun; null if there is no job. */
    @Nullable
    Long attempts() {
        return job == null ? null : Long.valueOf(job.marks().attempts());
    }

    private static Stream<String> ofEvent(Key key, EventMessage event) {
        return switch (key) {
            case JOB, ID -> Stream.of(event.key());
            case BY -> Stream.of(event.actor().toString(), event.actor().name());
            default -> Stream.of(event.body().getClass().getSimpleName());
        };
    }

    private static Stream<String> ofJob(Key key, Job job) {
        return switch (key) {
            case JOB, ID -> Stream.of(job.id().value());
            case FAMILY -> Stream.of(job.root().value());
            case QUEUE -> Stream.of(job.queue());
            case TYPE -> Stream.of(job.spec().type());
            case STATUS -> Stream.of(job.status().name());
            case BY -> present(job.spec().runBy());
            case ERROR -> lastError(job.errors());
            case TAG -> job.spec().tags().stream();
            case PRIORITY -> Stream.of(job.priority().name());
            case ORIGIN -> Stream.of(job.spec().origin().name());
            case INSTANCE -> present(job.spec().instance());
            case BATCH -> present(job.spec().batch());
            case PARENT -> present(job.parent());
            case SYSTEM -> Stream.of(job.policy().capabilities().system() ? "yes" : "no");
            case TEXT -> Stream.concat(Stream.of(job.spec().type()), lastError(job.errors()));
            case EVENT, AT, CREATED, STARTED, FINISHED, ATTEMPT -> Stream.of();
        };
    }

    private static Stream<String> lastError(List<Failure> errors) {
        if (errors.isEmpty()) {
            return Stream.of();
        }
        Failure last = errors.get(errors.size() - 1);
        return Stream.of(last.error(), last.message()).filter(Objects::nonNull);
    }

    private static Stream<String> present(@Nullable Object value) {
        return value == null ? Stream.of() : Stream.of(value.toString());
    }
}
