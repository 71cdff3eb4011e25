package dev.penstock.ui.fact;

import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.Failure;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt.
 *
 * @param round of the job
 * @param attempt of the round
 * @param lease number; never repeats within a job
 * @param worker who ran it
 * @param delivery where the worker read it (S0.16)
 * @param claimed it waited for a grant before it ran
 * @param dispatchedAt when it went to its work topic
 * @param startedAt when it ran
 * @param endedAt when it was over
 * @param outcome {@code SUCCEEDED, FAILED, STOPPED, SNOOZED, LOST, HANDED_BACK, DROPPED, UNDELIVERED, VANISHED,
 *     CANCELLED}; null while it runs
 * @param took running time
 * @param note why: cause of a loss, sentence of a hand-back
 * @param failure with its stack
 */
public record AttemptFact(
        int round,
        int attempt,
        long lease,
        @Nullable String worker,
        @Nullable Delivery delivery,
        boolean claimed,
        @Nullable Instant dispatchedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String outcome,
        @Nullable Duration took,
        @Nullable String note,
        @Nullable Failure failure) {}
