package dev.penstock.projector.project;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the rows of a partition are behind the log.
 *
 * @param records that are not in the rows; 0 when nothing is left, though transaction markers follow the last record (C5)
 * @param time 0 when nothing is left
 */
public record Lag(long records, Duration time) {
    private static final Lag NONE = new Lag(0, Duration.ZERO);

    /**
     * What is known of a partition at one moment.
     *
     * @param next offset after the last record in the rows
     * @param delivered offset after the last record handed to the fold
     * @param position offset that the reader reads next: past the markers behind the last record
     * @param end read-committed end of the log
     */
    public record Sight(long next, long delivered, long position, long end) {}

    /**
     * The lag.
     *
     * @param lastAt append time of the last record in the rows
     * @param caughtUpAt when nothing was left the last time anybody looked
     */
    public static Lag of(Sight sight, @Nullable Instant lastAt, Instant caughtUpAt, Instant now) {
        boolean allFolded = sight.next() >= sight.delivered();
        long from = allFolded ? Math.max(sight.next(), sight.position()) : sight.next();
        long records = Math.max(0, sight.end() - from);
        if (records == 0) {
            return NONE;
        }
        // After an idle hour the last record is an hour old and yet nobody is an hour behind.
        Instant since = lastAt != null && lastAt.isAfter(caughtUpAt) ? lastAt : caughtUpAt;
        Duration time = Duration.between(since, now);
        return new Lag(records, time.isNegative() ? Duration.ZERO : time);
    }
}
