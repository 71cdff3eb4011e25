package dev.penstock.ui.fact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments in cursors: microseconds since 1970, as exact as PostgreSQL is. */
final class Cursors {
    private Cursors() {}

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(String micros) {
        return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
    }
}
