package dev.penstock.api.job;

import java.time.Duration;

/**
 * How long a job waits after each transient failure.
 *
 * @param first wait after the first failure
 * @param factor each wait is this many times the one before; at least 1
 * @param max no wait is longer
 * @param jitter share by which a wait is made longer or shorter at random, 0 to 1
 */
public record Backoff(Duration first, double factor, Duration max, double jitter) {
    public static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), 4, Duration.ofHours(1), 0.2);

    public Backoff {
        if (first.isNegative() || max.compareTo(first) < 0 || factor < 1 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("A back-off needs first >= 0, factor >= 1, max >= first, jitter 0 to 1: "
                    + first + ", " + factor + ", " + max + ", " + jitter);
        }
    }
}
