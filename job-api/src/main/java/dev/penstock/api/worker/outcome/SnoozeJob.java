package dev.penstock.api.worker.outcome;

import java.time.Duration;

/**
 * Run this job again later: what it needs is not there yet. Neither a success nor a failure: no attempt is counted, and a
 * checkpoint is found again. Children that were spawned before are there.
 */
public final class SnoozeJob extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Duration delay;

    /**
     * After {@code delay}.
     *
     * @throws IllegalArgumentException if it is negative, or longer than 366 days
     */
    public SnoozeJob(Duration delay) {
        super("run again in " + delay, null, false, false); // thrown often, and nobody looks where
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "A job can be asked to run again in 0 to " + LONGEST.toDays() + " days, not in " + delay);
        }
        this.delay = delay;
    }

    /** How long from now, by the log's clock. */
    public Duration delay() {
        return delay;
    }
}
