package dev.penstock.api.dispatch;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import org.jspecify.annotations.Nullable;

/** A word to one worker or client, keyed by its id in {@code jobs.signals}; repeated until obeyed, so losing one is no harm. */
public sealed interface Signal {
    /** The worker does not hold this lease: interrupt and forget it (A2). */
    record Drop(JobId job, long lease, String why) implements Signal {}

    /** Ask the handler to stop. */
    record Stop(JobId job, long lease) implements Signal {}

    /** Interrupt the handler. */
    record ForceStop(JobId job, long lease) implements Signal {}

    /**
     * A {@code Spawn} of this attempt was decided; at most four may be undecided (B7).
     *
     * @param command its id
     * @param refusal why no children were made; null if they were
     */
    record Spawned(
            JobId job, long lease, String command, @Nullable String refusal) implements Signal {}

    /** Take nothing new. */
    record Quiet() implements Signal {}

    /**
     * The answer to a waiting submit ({@code replyTo}): the job's end, or its refusal.
     *
     * @param job the job
     * @param command id of the submit
     * @param status the end; null if the submit was refused
     * @param result of a completed job
     * @param sentence the refusal, or the failure's message
     */
    record Answer(
            JobId job,
            String command,
            @Nullable Status status,
            @Nullable Json result,
            @Nullable String sentence) implements Signal {}
}
