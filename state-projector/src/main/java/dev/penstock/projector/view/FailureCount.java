package dev.penstock.projector.view;

import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By how much a failure group has grown.
 *
 * @param attempts that failed
 * @param transients of these, another attempt might help
 * @param jobs more or less that stand at FAILED because of it
 * @param first failure in it; null if none was added
 * @param last failure in it; null if none was added
 */
public record FailureCount(
        long attempts,
        long transients,
        long jobs,
        @Nullable Seen first,
        @Nullable Seen last) {

    /** A failure, when it happened and to which job. */
    public record Seen(Instant at, JobId job, Failure failure) {}

    /** One failure. */
    public static FailureCount of(Seen seen) {
        boolean tried = seen.failure().kind() == Failure.Kind.TRANSIENT;
        return new FailureCount(1, tried ? 1 : 0, 0, seen, seen);
    }

    /** One failed job more, or one less. */
    public static FailureCount ofJobs(int change) {
        return new FailureCount(0, 0, change, null, null);
    }

    /** This and what came later. */
    public FailureCount plus(FailureCount later) {
        return new FailureCount(
                attempts + later.attempts,
                transients + later.transients,
                jobs + later.jobs,
                first != null ? first : later.first,
                later.last != null ? later.last : last);
    }
}
