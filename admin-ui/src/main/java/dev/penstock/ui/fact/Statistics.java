package dev.penstock.ui.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened over time (S1.30 to S1.34, S2.26 to S2.30).
 *
 * @param from first minute
 * @param to end, not included
 * @param step length of a point
 * @param points oldest first, one for each step, empty ones too
 * @param total over the whole stretch
 */
public record Statistics(Instant from, Instant to, Duration step, List<Point> points, Point total) {

    /**
     * One step.
     *
     * @param at its beginning
     * @param created jobs submitted
     * @param started attempts begun
     * @param completed jobs that completed
     * @param failed jobs that failed for good
     * @param aborted jobs given up
     * @param failedAttempts attempts that failed
     * @param retried retries scheduled, and rounds begun by a person
     * @param lostLeases leases taken from their workers
     * @param waiting of the rounds that started
     * @param duration of the rounds that ended, retries included
     * @param queued jobs that waited for a worker at its end
     * @param running jobs that ran at its end
     */
    public record Point(
            Instant at,
            long created,
            long started,
            long completed,
            long failed,
            long aborted,
            long failedAttempts,
            long retried,
            long lostLeases,
            Spread waiting,
            Spread duration,
            long queued,
            long running) {

        /** Failed of all that ended (S1.32); null if none ended. */
        public @Nullable Double failureRate() {
            long ended = completed + failed;
            return ended == 0 ? null : (double) failed / ended;
        }
    }

    /**
     * A distribution of durations; quantiles are within 1 %.
     *
     * @param count how many; with 0 all others are null
     */
    public record Spread(
            long count,
            @Nullable Duration mean,
            @Nullable Duration min,
            @Nullable Duration max,
            @Nullable Duration p50,
            @Nullable Duration p95,
            @Nullable Duration p99) {
        public static final Spread EMPTY = new Spread(0, null, null, null, null, null, null);
    }
}
