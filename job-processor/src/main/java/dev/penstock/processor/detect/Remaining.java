package dev.penstock.processor.detect;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a share group has left to hand out in one partition of a work topic.
 *
 * @param checkedAt when it was looked at, by the log's clock
 * @param oldest timestamp of the first record it has not finished with; null if there is none
 */
public record Remaining(Instant checkedAt, @Nullable Instant oldest) {
    /** Whether something lay there for so long. */
    public boolean isOlderThan(Duration age) {
        return oldest != null && oldest.plus(age).isBefore(checkedAt);
    }

    /**
     * Whether a dispatch made to this partition is in it no more (A3): long ago, and all that is left is much younger.
     *
     * <p>Much, because dispatches carry the append time of their commands and a processor that lags writes an older one
     * behind a younger one of another.
     */
    public boolean hasLost(Instant dispatchedAt, Duration patience) {
        Instant limit = dispatchedAt.plus(patience);
        return !checkedAt.isBefore(limit) && (oldest == null || !oldest.isBefore(limit));
    }
}
