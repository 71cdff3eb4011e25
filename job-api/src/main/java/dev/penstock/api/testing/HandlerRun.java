package dev.penstock.api.testing;

import dev.penstock.api.command.Report;
import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Progress;
import dev.penstock.api.wire.UndecodableException;
import dev.penstock.api.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a handler did in one attempt.
 *
 * @param result what it returned; null if nothing
 * @param failure how it failed; null if it did not
 * @param stopped it obeyed a stop: neither done nor failed
 * @param log lines it wrote
 * @param progress what it told, all of it
 * @param checkpoints states it kept, in order
 * @param enqueued jobs it submitted through {@link HandlerKit#submitter}
 * @param family what it did with its children
 * @param attached files it made, with their contents
 * @param snoozed how long it put its job off; null if it did not
 * @param aborted it gave its job up; {@code failure} says why
 */
public record HandlerRun(
        @Nullable Json result,
        @Nullable Failure failure,
        boolean stopped,
        List<LogLine> log,
        List<Progress> progress,
        List<Json> checkpoints,
        List<JobSpec> enqueued,
        Family family,
        Map<Artifact, byte[]> attached,
        @Nullable Duration snoozed,
        boolean aborted) {

    /**
     * What a run did with its children.
     *
     * @param spawned by their names, in order
     * @param awaited how it wants to be called back; null: it does not
     * @param left it completes before they have ended
     */
    public record Family(Map<String, JobSpec> spawned, Report.@Nullable Await awaited, boolean left) {
        /** The jobs it spawned, without their names. */
        public List<JobSpec> jobs() {
            return List.copyOf(spawned.values());
        }
    }

    static HandlerRun of(KitContext context, List<JobSpec> enqueued, @Nullable Json result, @Nullable Failure failure) {
        boolean stopped = context.sawStop();
        return new HandlerRun(
                stopped ? null : result,
                stopped ? null : failure,
                stopped,
                List.copyOf(context.lines),
                List.copyOf(context.told),
                List.copyOf(context.kept),
                List.copyOf(enqueued),
                new Family(
                        Collections.unmodifiableMap(new LinkedHashMap<>(context.spawned)),
                        context.awaited,
                        context.detached),
                Collections.unmodifiableMap(new LinkedHashMap<>(context.attached)),
                null,
                false);
    }

    HandlerRun snoozing(Duration delay) {
        return stopped
                ? this
                : new HandlerRun(
                        null, null, false, log, progress, checkpoints, enqueued, family, attached, delay, false);
    }

    HandlerRun aborting() {
        return stopped
                ? this
                : new HandlerRun(
                        null, failure, false, log, progress, checkpoints, enqueued, family, attached, null, true);
    }

    /** Whether the job would be COMPLETED, after its children have ended. */
    public boolean isDone() {
        return failure == null && !stopped && snoozed == null && family.awaited() == null;
    }

    /** The children it spawned, by name. */
    public Map<String, JobSpec> spawned() {
        return family.spawned();
    }

    /** Whether the job would be tried again. */
    public boolean isTransient() {
        return failure != null && !aborted && failure.kind() == Failure.Kind.TRANSIENT;
    }

    /** The result as a value; an {@link AssertionError} if there is none of that form. */
    public <T> T result(Class<T> type) {
        return read(result, type, "result");
    }

    /** The last checkpoint as a value; an {@link AssertionError} if there is none of that form. */
    public <T> T checkpoint(Class<T> type) {
        return read(checkpoints.isEmpty() ? null : checkpoints.getLast(), type, "checkpoint");
    }

    private <T> T read(@Nullable Json json, Class<T> type, String what) {
        if (json == null) {
            throw new AssertionError(
                    "The handler left no " + what + (failure == null ? "" : "; it failed: " + failure));
        }
        try {
            return Wire.read(json.text().getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableException e) {
            throw new AssertionError("The " + what + " is no " + type.getSimpleName() + ": " + json, e);
        }
    }
}
