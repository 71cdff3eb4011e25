package dev.penstock.processor.simulate.measure;

import java.time.Instant;

/**
 * A piece of time in the log.
 *
 * @param from begins with it, microseconds since 1970
 * @param to ends with it
 */
public record Stretch(long from, long to) {
    public Stretch {
        if (to <= from) {
            throw new IllegalArgumentException("--from names an earlier moment than --to: " + Micros.instant(from)
                    + " is not before " + Micros.instant(to) + ".");
        }
    }

    public static Stretch of(Instant from, Instant to) {
        return new Stretch(Micros.of(from), Micros.of(to));
    }

    public boolean covers(long at) {
        return at >= from && at <= to;
    }

    public long length() {
        return to - from;
    }
}
