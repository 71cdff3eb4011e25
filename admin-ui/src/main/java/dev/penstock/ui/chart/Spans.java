package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.tongue.Numbers;
import java.time.Duration;

/**
 * How spans of time are written. The scripts of the pages write them the same way ({@code elements/spans.ts}); both are
 * held to {@code test/spans.json}.
 */
public final class Spans {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** A coarse span: "12 s", "4 m", "3 h", "5 d". */
    public static String coarse(Duration span) {
        long millis = span.toMillis();
        if (millis < MINUTE) {
            return say("{1} s", millis / SECOND);
        }
        if (millis < HOUR) {
            return say("{1} m", millis / MINUTE);
        }
        return millis < 2 * DAY ? say("{1} h", millis / HOUR) : say("{1} d", millis / DAY);
    }

    /** A moment as seen from now: "just now", "12 s ago", "in 42 s"; negative spans lie ahead. */
    public static String relative(Duration ago) {
        if (ago.isNegative()) {
            return say("in {1}", coarse(ago.negated().plusMillis(SECOND - 1)));
        }
        return ago.toMillis() < SECOND ? say("just now") : say("{1} ago", coarse(ago));
    }

    /** A span that still grows: "12 s", "1:04", "1:02:03", "2 d 3 h". */
    public static String running(Duration span) {
        long millis = Math.max(0, span.toMillis());
        long seconds = millis / SECOND;
        if (seconds < 60) {
            return say("{1} s", seconds);
        }
        if (millis >= DAY) {
            return say("{1} d", millis / DAY) + " " + say("{1} h", millis % DAY / HOUR);
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? "%d:%02d".formatted(minutes, seconds % 60)
                : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
    }

    /** A span that has ended: "4 ms", "0.4 s", "30.1 s", then as {@link #running}. */
    public static String exact(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 100) {
            return say("{1} ms", millis);
        }
        return millis < MINUTE ? say("{1} s", Numbers.decimal("%.1f", millis / 1000.0)) : running(span);
    }
}
