package dev.penstock.processor.simulate.measure;

import java.time.Duration;
import java.time.Instant;

/** Times and spans as whole microseconds: since 1970, or long. */
public final class Micros {
    public static final long SECOND = 1_000_000;

    private Micros() {}

    public static long of(Instant at) {
        return at.getEpochSecond() * SECOND + at.getNano() / 1_000;
    }

    public static long of(Duration span) {
        return span.getSeconds() * SECOND + span.getNano() / 1_000;
    }

    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000L);
    }

    public static Duration span(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000L);
    }
}
