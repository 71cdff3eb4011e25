package dev.penstock.api.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a job type may do and how its failures are treated: where the seed documents disagree, the type decides.
 *
 * <p>Declared with the handler, published in {@code jobs.settings}, copied into each job's {@code JobSubmitted}, so a
 * decision never looks it up again (failure scenario B13).
 *
 * @param version a declared policy is replaced only by a higher version
 * @param capabilities what may be done to a job of this type
 * @param maxAttempts attempts in a round that may fail before the job counts as exhausted; at least 1
 * @param backoff waits between attempts
 * @param timeout longest running time of one attempt; null: none
 * @param onExhausted what the job becomes after its last attempt (S1.21, S3.16)
 * @param onLeaseLost whether a lost lease leads to another attempt or to failure (S1.23)
 * @param onChildFailed what a failed child does to its parent
 * @param deleteAfter how long a COMPLETED or ABORTED job is kept (S3.17); also the horizon of idempotency
 * @param artifactRetention how long files of a completed job are kept (S4.15)
 */
public record JobPolicy(
        int version,
        Capabilities capabilities,
        int maxAttempts,
        Backoff backoff,
        @Nullable Duration timeout,
        OnExhausted onExhausted,
        OnLeaseLost onLeaseLost,
        OnChildFailed onChildFailed,
        Duration deleteAfter,
        Duration artifactRetention) {

    /** What may be done to a job of a type. */
    public record Capabilities(
            boolean stoppable, boolean resumable, boolean restartable, boolean claimFirst, boolean system) {
        public static final Capabilities DEFAULT = new Capabilities(true, true, false, false, false);
    }

    /** What a job becomes when its attempts are used up. */
    public enum OnExhausted {
        FAILED,
        ABORTED
    }

    /** What follows a lost lease. */
    public enum OnLeaseLost {
        RETRY,
        FAIL
    }

    /** What a failed child does to its parent. */
    public enum OnChildFailed {
        FAIL,
        CONTINUE,
        IGNORE
    }

    public static final JobPolicy DEFAULT = new JobPolicy(
            0,
            Capabilities.DEFAULT,
            5,
            Backoff.DEFAULT,
            null,
            OnExhausted.FAILED,
            OnLeaseLost.RETRY,
            OnChildFailed.FAIL,
            Duration.ofDays(30),
            Duration.ofHours(24));

    public JobPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts is at least 1, not " + maxAttempts);
        }
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new IllegalArgumentException("timeout is longer than zero, not " + timeout);
        }
        if (deleteAfter.isNegative() || artifactRetention.isNegative()) {
            throw new IllegalArgumentException("deleteAfter and artifactRetention are not negative");
        }
    }

    /** This policy with what one submission asked for in its place. */
    public JobPolicy with(JobSpec.Overrides o) {
        return new JobPolicy(
                version,
                capabilities,
                o.maxAttempts() == null ? maxAttempts : o.maxAttempts(),
                backoff,
                o.timeout() == null ? timeout : o.timeout(),
                onExhausted,
                onLeaseLost,
                onChildFailed,
                o.deleteAfter() == null ? deleteAfter : o.deleteAfter(),
                o.artifactRetention() == null ? artifactRetention : o.artifactRetention());
    }

    /** This policy with another version, attempts, back-off and time-out: what S0.25 lets an administrator change. */
    public JobPolicy with(int newVersion, int newMaxAttempts, Backoff newBackoff, @Nullable Duration newTimeout) {
        return new JobPolicy(
                newVersion,
                capabilities,
                newMaxAttempts,
                newBackoff,
                newTimeout,
                onExhausted,
                onLeaseLost,
                onChildFailed,
                deleteAfter,
                artifactRetention);
    }

    /** This policy with other capabilities. */
    public JobPolicy with(Capabilities newCapabilities) {
        return new JobPolicy(
                version,
                newCapabilities,
                maxAttempts,
                backoff,
                timeout,
                onExhausted,
                onLeaseLost,
                onChildFailed,
                deleteAfter,
                artifactRetention);
    }
}
