package dev.penstock.projector.analyst.fold;

import dev.penstock.api.lifecycle.AttemptEnd;
import dev.penstock.api.lifecycle.Job;
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
        @Nullable AttemptEnd end,
        int partition,
        long offset) {}
