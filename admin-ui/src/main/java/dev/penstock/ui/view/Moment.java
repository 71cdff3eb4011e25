package dev.penstock.ui.view;

import dev.penstock.ui.chart.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A moment in time (S0.11).
 *
 * @param iso UTC, for the {@code datetime} attribute
 * @param text relative: "4 m ago", "in 42 s"
 * @param full date, time and zone
 * @param clock time of the day with milliseconds
 */
public record Moment(String iso, String text, String full, String clock) {
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);

    public static Moment of(Instant at, Instant now, ZoneId zone) {
        return new Moment(
                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                Spans.relative(Duration.between(at, now)),
                FULL.format(at.atZone(zone)),
                CLOCK.format(at.atZone(zone)));
    }
}
