package dev.penstock.projector.analyst.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log as a person names it. */
public sealed interface Moment {
    /** What can be written, for help and for refusals. */
    String FORMS = "beginning, now, -24h (s m h d w), 2026-03-01, 2026-03-01T10:00[:00[.000]][Z or +01:00],"
            + " or offsets such as \"0:12 1:40\"";

    /** Before the first record that the cluster still has. */
    record Beginning() implements Moment {}

    /** After the last record. */
    record Now() implements Moment {}

    /** A time; without a zone it is UTC. */
    record At(Instant instant) implements Moment {}

    /** Offsets; partitions that are not named are at the beginning or at the end, whichever is asked for. */
    record Places(Offsets offsets) implements Moment {}

    /**
     * What {@code text} means.
     *
     * @param now what relative times are subtracted from
     * @throws IllegalArgumentException with the forms that can be written
     */
    static Moment parse(String text, Instant now) {
        if (text.equals("beginning")) {
            return new Beginning();
        }
        if (text.equals("now") || text.equals("end")) {
            return new Now();
        }
        return Offsets.isWritten(text) ? new Places(Offsets.parse(text)) : new At(Forms.time(text, now));
    }

    /** The written forms of a time. */
    final class Forms {
        private static final Pattern AGO = Pattern.compile("-(\\d{1,6})([smhdw])");
        private static final Pattern ZONED = Pattern.compile(".*T.*(Z|[+-]\\d{2}:\\d{2})");

        private Forms() {}

        private static Instant time(String text, Instant now) {
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
                throw new IllegalArgumentException("\"" + text + "\" is no moment of the log. Write " + FORMS + ".", e);
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
}
