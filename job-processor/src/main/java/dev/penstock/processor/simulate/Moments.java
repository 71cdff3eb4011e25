package dev.penstock.processor.simulate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as people write them. */
final class Moments {
    /** What can be written, for help and for refusals. */
    static final String FORMS = "-24h (s m h d w), 2026-03-01, 2026-03-01T10:00[:00[.000]][Z or +01:00],"
            + " or offsets such as \"0:12 1:40\"";

    private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([smhdw])");
    private static final Pattern ZONED = Pattern.compile(".*T.*(Z|[+-]\\d{2}:\\d{2})");

    private static final Pattern OFFSET = Pattern.compile("(\\d{1,6}):(\\d{1,18})");

    private Moments() {}

    /** The offsets that {@code text} lists, by partition; none if it is something else. */
    static Map<Integer, Long> offsets(String text) {
        Map<Integer, Long> offsets = new TreeMap<>();
        if (text.matches("\\s*" + OFFSET + "([,\\s]+" + OFFSET + ")*\\s*")) {
            OFFSET.matcher(text)
                    .results()
                    .forEach(one -> offsets.put(Integer.valueOf(one.group(1)), Long.valueOf(one.group(2))));
        }
        return offsets;
    }

    /**
     * The moment that {@code text} means; null if it is {@code open}, such as {@code beginning}.
     *
     * @throws IllegalArgumentException with the forms there are
     */
    static @Nullable Instant parse(String text, String open, Instant now) {
        if (text.equals(open)) {
            return null;
        }
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
        }
        try {
            if (ZONED.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no moment here. Write " + open + ", " + FORMS + ".", e);
        }
    }

    private static Duration unit(String letter) {
        return switch (letter) {
            case "s" -> Duration.ofSeconds(1);
            case "m" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            case "d" -> Duration.ofDays(1);
            default -> Duration.ofDays(7);
        };
    }
}
