package dev.penstock.ui.view;

import dev.penstock.ui.chart.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A span of time that has ended or still grows (S2.5, S2.7).
 *
 * @param text as of the moment the page was made
 * @param since UTC start of a span that still grows; null if it has ended
 */
public record Took(String text, @Nullable String since) {
    /** Nothing to show yet. */
    public static final Took NONE = new Took("–", null);

    /** From {@code from} to {@code to}; to now, and growing, if {@code to} is null; nothing if {@code from} is null. */
    public static Took between(@Nullable Instant from, @Nullable Instant to, Instant now) {
        if (from == null) {
            return NONE;
        }
        return to != null
                ? new Took(Spans.exact(Duration.between(from, to)), null)
                : new Took(
                        Spans.running(Duration.between(from, now)),
                        from.truncatedTo(ChronoUnit.MILLIS).toString());
    }
}
