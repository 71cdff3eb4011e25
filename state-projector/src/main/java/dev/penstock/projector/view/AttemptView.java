package dev.penstock.projector.view;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that a worker began, or whose dispatch ended without one.
 *
 * @param key whose lease it is
 * @param round of the job
 * @param attempt within the round
 * @param worker who held the lease; null if nobody did
 * @param delivery where the worker read the dispatch
 * @param claimed it waited for its grant
 * @param dispatchedAt when it went to its work topic
 * @param startedAt when a worker began
 * @param end how it ended; null while it runs
 * @param place the last event that changed it
 */
public record AttemptView(
        Key key,
        int round,
        int attempt,
        @Nullable String worker,
        @Nullable Delivery delivery,
        boolean claimed,
        @Nullable Instant dispatchedAt,
        @Nullable Instant startedAt,
        @Nullable End end,
        Place place) {

    /** The number of a lease never repeats within a job. */
    public record Key(JobId job, long lease) {}

    /**
     * How an attempt ended.
     *
     * @param took running time; null if it never ran
     * @param note why, in words
     * @param failure of a failed one
     */
    public record End(
            Outcome outcome,
            Instant at,
            @Nullable Duration took,
            @Nullable String note,
            @Nullable Failure failure) {}

    /** The ends of an attempt. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        STOPPED,
        SNOOZED,
        /** The lease was taken away. */
        LOST,
        HANDED_BACK,
        /** A stale dispatch, dropped unread. */
        DROPPED,
        /** The share group's deliveries were used up. */
        UNDELIVERED,
        /** No work topic held the dispatch any more. */
        VANISHED,
        /** The job ended under it. */
        CANCELLED
    }
}
