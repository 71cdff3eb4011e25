package dev.penstock.ui.filter;

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

/** A point in time as people write it; without an offset it is UTC. */
public sealed interface Moment {
    /** First instant of what was written. {@code now} is the asker's. */
    Instant start(Instant now);

    /** First instant after it: a day ends a day later. */
    Instant end(Instant now);

    /** As it is written. */
    String print();

    /** So long ago: {@code -24h}. */
    record Ago(long count, Unit unit) implements Moment {
        @Override
        public Instant start(Instant now) {
            return now.minus(unit.length.multipliedBy(count));
        }

        @Override
        public Instant end(Instant now) {
            return start(now);
        }

        @Override
        public String print() {
            return "-" + count + unit.letter;
        }
    }

    /** A day: {@code 2026-03-01}. */
    record Day(LocalDate date) implements Moment {
        @Override
        public Instant start(Instant now) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public Instant end(Instant now) {
            return date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        }

        @Override
        public String print() {
            return date.toString();
        }
    }

    /** A minute, a second or a millisecond, as exact as it was written: {@code 2026-03-01T10:04Z}. */
    record At(Instant instant, ChronoUnit precision) implements Moment {
        @Override
        public Instant start(Instant now) {
            return instant;
        }

        @Override
        public Instant end(Instant now) {
            return instant.plus(1, precision);
        }

        @Override
        public String print() {
            String text = instant.toString();
            return switch (precision) {
                case MINUTES -> text.substring(0, 16) + "Z";
                case SECONDS -> text.substring(0, 19) + "Z";
                default -> text.length() > 20 ? text : text.substring(0, 19) + ".000Z";
            };
        }
    }

    /** Units of {@link Ago}. */
    enum Unit {
        SECONDS("s", Duration.ofSeconds(1)),
        MINUTES("m", Duration.ofMinutes(1)),
        HOURS("h", Duration.ofHours(1)),
        DAYS("d", Duration.ofDays(1)),
        WEEKS("w", Duration.ofDays(7));

        private final String letter;
        private final Duration length;

        Unit(String letter, Duration length) {
            this.letter = letter;
            this.length = length;
        }
    }

    /** What {@code text} means; null if it is no moment. */
    static @Nullable Moment parse(String text) {
        Matcher ago = Forms.AGO.matcher(text);
        if (ago.matches()) {
            return new Ago(Long.parseLong(ago.group(1)), Forms.unit(ago.group(2)));
        }
        try {
            if (Forms.DAY.matcher(text).matches()) {
                LocalDate date = LocalDate.parse(text);
                return date.getYear() >= 1 ? new Day(date) : null;
            }
            Matcher at = Forms.AT.matcher(text);
            return at.matches() ? Forms.within(Forms.at(text, at)) : null;
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }

    /** The written forms. */
    final class Forms {
        private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([smhdw])");
        private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        private static final Pattern AT =
                Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{3})?)?(Z|[+-]\\d{2}:\\d{2})?");

        private Forms() {}

        private static Unit unit(String letter) {
            for (Unit unit : Unit.values()) {
                if (unit.letter.equals(letter)) {
                    return unit;
                }
            }
            throw new IllegalArgumentException(letter);
        }

        /** Four digits of a year, also after its offset was taken off, so that what is printed can be read. */
        private static @Nullable At within(At at) {
            int year = at.instant().atOffset(ZoneOffset.UTC).getYear();
            return year >= 1 && year <= 9999 ? at : null;
        }

        private static At at(String text, Matcher m) {
            Instant instant = m.group(3) == null
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
            ChronoUnit precision = m.group(2) != null
                    ? ChronoUnit.MILLIS
                    : m.group(1) != null ? ChronoUnit.SECONDS : ChronoUnit.MINUTES;
            return new At(instant, precision);
        }
    }
}
