package dev.penstock.api.payload;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in annotations and properties: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 24h}. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");

    private Durations() {}

    /**
     * The duration written so, or in ISO-8601.
     *
     * @throws IllegalArgumentException with the forms there are
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (form.matches()) {
            long number = Long.parseLong(form.group(1));
            return switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                default -> Duration.ofDays(number);
            };
        }
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "A duration is written 500ms, 30s, 5m, 24h, 30d or PT1M30S, not \"" + text + "\"", e);
        }
    }
}
