package dev.penstock.ui.fact.tally;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker or a user did over time.
 *
 * @param name of the worker or user
 * @param step length of a point
 * @param points oldest first, one for each step, empty ones too
 */
public record TallySeries(Kind kind, String name, Duration step, List<Point> points) {
    /** Whose: of a worker attempts are counted, of a user jobs. */
    public enum Kind {
        WORKER,
        USER
    }

    /**
     * One step.
     *
     * @param at its beginning
     * @param begun attempts begun; jobs created
     * @param completed of them
     * @param failed attempts that failed; jobs that failed for good
     * @param mean running time of an attempt that ended so; duration of a job; null if none did
     */
    public record Point(
            Instant at,
            long begun,
            long completed,
            long failed,
            @Nullable Duration mean) {}
}
