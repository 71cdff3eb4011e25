package dev.penstock.ui.fact.batch;

import dev.penstock.ui.fact.Depths;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Jobs that carry the same BatchID (S4.17).
 *
 * @param id the BatchID
 * @param depths its jobs by status
 * @param more there are more jobs than were counted
 * @param firstAt creation of the first
 * @param lastAt creation of the last
 * @param endedAt when the last one ended; null while one is open
 * @param types of its jobs, at most ten
 * @param by who triggered them, at most ten; system jobs name nobody
 */
public record BatchFact(
        String id,
        Depths depths,
        boolean more,
        Instant firstAt,
        Instant lastAt,
        @Nullable Instant endedAt,
        List<String> types,
        List<String> by) {
    /** Jobs that are at an end. */
    public long ended() {
        return depths.all() - depths.open();
    }
}
