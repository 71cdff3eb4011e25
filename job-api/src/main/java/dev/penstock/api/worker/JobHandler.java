package dev.penstock.api.worker;

import org.jspecify.annotations.Nullable;

/**
 * Does the work of one job type.
 *
 * <p>It may run more than once for one job (at-least-once; one accepted completion of each round), so it must be
 * idempotent: {@link JobContext#idempotencyKey} names the job towards other systems (S1.13). It runs on a virtual thread of
 * its own unless it is {@link #cpuBound}.
 *
 * @param <P> the payload's record
 */
@FunctionalInterface
public interface JobHandler<P> {
    /**
     * Runs one attempt.
     *
     * <p>Returning is success, with the value as the job's result (written as JSON, at most 256 KB). Throwing is failure:
     * {@link TransientFailure} and, for example, {@link java.io.IOException} are tried again, {@link PermanentFailure} and,
     * for example, {@link IllegalArgumentException} are not; {@link FailureRules} has the list.
     *
     * @return the result; null for none
     */
    @Nullable
    Object run(P payload, JobContext context) throws Exception;

    /**
     * Computes without waiting: it then gets a platform thread. Virtual threads are not preempted, and a few busy ones hold up
     * all others (failure scenario B11).
     */
    default boolean cpuBound() {
        return false;
    }

    /** A handler without a result, for lambdas. */
    @FunctionalInterface
    interface Task<P> {
        void run(P payload, JobContext context) throws Exception;
    }
}
