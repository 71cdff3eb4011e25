package dev.penstock.stack.analyst.fold;

import dev.penstock.api.job.Failure;
import dev.penstock.api.lifecycle.Job;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt, begun or at least dispatched.
 *
 * @param job its job as it was before the attempt ended; as it is, if the attempt runs
 * @param lease number of its lease; never repeats within a job
 * @param worker who had it; null if nobody began it
 * @param startedAt null if nobody began it
 * @param end null while it runs
 * @param partition of its last event
 * @param offset of its last event
 */
public record AttemptLine(
        Job job,
        int round,
        int attempt,
        long lease,
        @Nullable String worker,
        @Nullable Instant dispatchedAt,
        @Nullable Instant startedAt,
        @Nullable End end,
        int partition,
        long offset) {
    /** How an attempt ends; the words are those of the read model's table {@code attempt}. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        STOPPED,
        SNOOZED,
        LOST,
        HANDED_BACK,
        DROPPED,
        UNDELIVERED,
        VANISHED,
        CANCELLED
    }

    /**
     * The end of an attempt.
     *
     * @param took as its worker measured it, else from its start to its end; null if it never began
     * @param note cause of a loss, sentence of a hand-back
     */
    public record End(
            Outcome outcome,
            Instant at,
            @Nullable Duration took,
            @Nullable String note,
            @Nullable Failure failure) {}
}
