package dev.penstock.ui.view;

import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
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
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH);

    public static Moment of(Instant at, Instant now, ZoneId zone) {
        return new Moment(
                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                Spans.relative(Duration.between(at, now)),
                full(Tongue.language()).format(at.atZone(zone)),
                CLOCK.format(at.atZone(zone)));
    }

    /** "14 Mar 2026, 10:02:31 UTC", in German "14. März 2026, …". */
    private static DateTimeFormatter full(Language language) {
        String pattern = language == Language.GERMAN ? "d. MMM yyyy, HH:mm:ss zzz" : "d MMM yyyy, HH:mm:ss zzz";
        return DateTimeFormatter.ofPattern(pattern, language.locale());
    }
}
