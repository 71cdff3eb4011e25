package dev.penstock.projector.view;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What somebody did in a minute: a worker with attempts, or a user with jobs.
 *
 * @param begun attempts that the worker began; jobs that the user created
 * @param completed of them
 * @param failed attempts that failed; jobs that failed for good
 * @param millis running time of the attempts that ended; duration of the jobs that ended
 */
public record Tally(long begun, long completed, long failed, long millis) {
    public static final Tally BEGUN = new Tally(1, 0, 0, 0);

    /** Whose. */
    public enum Kind {
        WORKER,
        USER
    }

    /** Whose tally of which minute, or of which hour. */
    public record Key(Instant from, Kind kind, String name) {
        public static Key of(Instant at, Kind kind, String name) {
            return new Key(at.truncatedTo(ChronoUnit.MINUTES), kind, name);
        }

        /** The hour that this is in. */
        public Key hour() {
            return new Key(from.truncatedTo(ChronoUnit.HOURS), kind, name);
        }
    }

    public static Tally completed(Duration took) {
        return new Tally(0, 1, 0, Math.max(0, took.toMillis()));
    }

    public static Tally failed(Duration took) {
        return new Tally(0, 0, 1, Math.max(0, took.toMillis()));
    }

    public Tally plus(Tally other) {
        return new Tally(
                begun + other.begun, completed + other.completed, failed + other.failed, millis + other.millis);
    }
}
