package dev.penstock.ui.read.series;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that somebody wants.
 *
 * @param from first minute
 * @param to end, not included
 * @param step length of a point; whole minutes
 * @param queue only this queue
 * @param type only this job type
 */
public record Stretch(
        Instant from,
        Instant to,
        Duration step,
        @Nullable String queue,
        @Nullable String type) {
    /** More points than a chart has pixels are no chart. */
    public static final int MAX_POINTS = 1_500;

    /** The last stretch of time, ending with the present minute, in about 60 points. */
    public static Stretch last(Duration over, Instant now) {
        Duration step = Duration.ofMinutes(Math.max(1, over.toMinutes() / 60));
        long stepMillis = step.toMillis();
        Instant to = Instant.ofEpochMilli((now.toEpochMilli() / stepMillis + 1) * stepMillis);
        return new Stretch(to.minus(over), to, step, null, null);
    }

    public int points() {
        return (int) Math.ceilDiv(Duration.between(from, to).toMillis(), step.toMillis());
    }

    public int point(Instant at) {
        return (int) Math.floorDiv(Duration.between(from, at).toMillis(), step.toMillis());
    }
}
