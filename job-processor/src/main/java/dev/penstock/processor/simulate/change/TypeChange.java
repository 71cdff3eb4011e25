package dev.penstock.processor.simulate.change;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.Priority;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is different for a job type; null: as it was.
 *
 * @param maxAttempts of a round
 * @param backoff waits between attempts
 * @param priority lane of jobs that arrive
 */
record TypeChange(
        @Nullable Integer maxAttempts,
        @Nullable Waits backoff,
        @Nullable Priority priority) {
    static final TypeChange NONE = new TypeChange(null, null, null);

    /** Parts of a back-off; null: as it was. */
    record Waits(
            Duration first,
            @Nullable Double factor,
            @Nullable Duration max,
            @Nullable Double jitter) {
        Backoff on(Backoff was) {
            Duration most = max == null ? was.max() : max;
            return new Backoff(
                    first,
                    factor == null ? was.factor() : factor,
                    most.compareTo(first) < 0 ? first : most,
                    jitter == null ? was.jitter() : jitter);
        }
    }

    /** This, and over it what {@code other} says. */
    TypeChange with(TypeChange other) {
        return new TypeChange(
                other.maxAttempts == null ? maxAttempts : other.maxAttempts,
                other.backoff == null ? backoff : other.backoff,
                other.priority == null ? priority : other.priority);
    }

    boolean changesPolicy() {
        return maxAttempts != null || backoff != null;
    }

    /** Under a version that is above every declared one, so that jobs which were there already go on under it too. */
    JobPolicy on(JobPolicy was) {
        return was.with(
                was.version() + 1_000_000,
                maxAttempts == null ? was.maxAttempts() : maxAttempts,
                backoff == null ? was.backoff() : backoff.on(was.backoff()),
                was.timeout());
    }
}
