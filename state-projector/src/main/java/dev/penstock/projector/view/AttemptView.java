package dev.penstock.projector.view;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.AttemptEnd;
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
        @Nullable AttemptEnd end,
        Place place) {

    /** The number of a lease never repeats within a job. */
    public record Key(JobId job, long lease) {}
}
