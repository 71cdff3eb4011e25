package dev.penstock.projector.analyst.filter;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of times or numbers as it is written: {@code 2..5}, {@code >3}, {@code <=2026-03-01}, {@code -24h}.
 *
 * @param from its beginning; null: no bound
 * @param without the beginning is not in it, the whole of it if it is a day
 * @param to its end; null: no bound
 * @param before the end is not in it
 */
record Sides(
        @Nullable String from, boolean without, @Nullable String to, boolean before) {
    private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([smhdw])");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern AT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final int DIGITS = 9;

    /** The stretch that a text means. */
    static Sides of(String text) {
        int dots = text.indexOf("..");
        if (dots >= 0) {
            return new Sides(written(text.substring(0, dots)), false, written(text.substring(dots + 2)), false);
        }
        String operand = text.replaceFirst("^[<>]=?", "");
        boolean open = text.length() - operand.length() == 1;
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '<' -> new Sides(null, false, operand, open);
            case '>' -> new Sides(operand, open, null, false);
            default -> new Sides(text, false, AGO.matcher(text).matches() ? null : text, false);
        };
    }

    /** @throws IllegalArgumentException with a sentence */
    Value.Times times(Instant now) {
        if (from == null && to == null) {
            throw new IllegalArgumentException("A range needs a time on at least one side");
        }
        Point first = from == null ? null : Point.of(from, now);
        Point last = to == null ? null : Point.of(to, now);
        return new Value.Times(
                first == null ? null : without ? first.end() : first.start(),
                last == null ? null : before ? last.start() : last.end());
    }

    /** @throws IllegalArgumentException with a sentence */
    Value.Numbers numbers() {
        if (from == null && to == null) {
            throw new IllegalArgumentException("A range needs a number on at least one side");
        }
        return new Value.Numbers(
                from == null ? 0 : number(from) + (without ? 1 : 0),
                to == null ? Long.MAX_VALUE : number(to) - (before ? 1 : 0));
    }

    private static @Nullable String written(String text) {
        return text.isEmpty() ? null : text;
    }

    private static long number(String text) {
        if (!text.matches("\\d{1," + DIGITS + "}")) {
            throw new IllegalArgumentException("\"" + text + "\" is no whole number. Write 3, >3, <=3 or 2..5");
        }
        return Long.parseLong(text);
    }

    /** A moment, as exact as it was written: a day ends a day later. */
    private record Point(Instant start, Instant end) {
        static Point of(String text, Instant now) {
            Matcher ago = AGO.matcher(text);
            if (ago.matches()) {
                Instant then = now.minus(unit(ago.group(2)).multipliedBy(Long.parseLong(ago.group(1))));
                return new Point(then, then);
            }
            try {
                if (DAY.matcher(text).matches()) {
                    Instant begin =
                            LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
                    return new Point(begin, begin.plus(1, ChronoUnit.DAYS));
                }
                Matcher at = AT.matcher(text);
                if (at.matches()) {
                    return at(text, at);
                }
            } catch (DateTimeException e) {
                // Said below: it looks like a time and is none.
            }
            throw new IllegalArgumentException("\"" + text + "\" is no time. Write -24h (s m h d w), 2026-03-01,"
                    + " 2026-03-01T10:00Z, >… and <…, or 2026-03-01..2026-03-07");
        }

        private static Point at(String text, Matcher at) {
            Instant begin = at.group(3) == null
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            ChronoUnit precision = at.group(2) != null
                    ? ChronoUnit.MILLIS
                    : at.group(1) != null ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
            return new Point(begin, begin.plus(1, precision));
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
}
