package dev.penstock.processor.cron;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments at which a cron expression fires in a time zone. Pure and immutable.
 *
 * <p>When clocks are changed: a time that does not exist fires at the next moment that does; a time that occurs twice fires
 * once, the first time. An expression whose hour field begins with {@code *} is a beat, not a time of day: it goes on as if
 * nothing had happened, in real time.
 */
public final class FireTimes {
    private static final int MANY = 4;

    private final Expression expression;
    private final ZoneRules rules;

    private FireTimes(Expression expression, ZoneRules rules) {
        this.expression = expression;
        this.rules = rules;
    }

    /**
     * @param cron five fields of UNIX cron, six with seconds first, or a name such as {@code @hourly}
     * @param zone such as {@code Europe/Vienna} or {@code UTC}
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public static FireTimes of(String cron, String zone) {
        try {
            return new FireTimes(Expression.of(cron), ZoneId.of(zone).getRules());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + zone + "\" is no time zone: use a name such as Europe/Vienna, or UTC.", e);
        }
    }

    /** The first fire time after {@code moment}; null if it never fires again. */
    public @Nullable Instant next(Instant moment) {
        return expression.isEveryHour() ? nextBeat(moment) : nextTimeOfDay(moment);
    }

    /** The next {@code count} fire times after {@code moment}, fewer if there are no more. */
    public List<Instant> next(Instant moment, int count) {
        List<Instant> times = new ArrayList<>(count);
        Instant at = next(moment);
        while (at != null && times.size() < count) {
            times.add(at);
            at = next(at);
        }
        return times;
    }

    /** Fire times after {@code from} up to and with {@code to}, the earliest first, at most {@code most}. */
    public List<Instant> between(Instant from, Instant to, int most) {
        List<Instant> times = new ArrayList<>();
        Instant at = next(from);
        while (at != null && !at.isAfter(to) && times.size() < most) {
            times.add(at);
            at = next(at);
        }
        return times;
    }

    /**
     * The moment after which there are at most {@code most} fire times left up to and with {@code to}: {@code from} itself if
     * there are no more than that. It looks back in growing steps, so that a beat of a second costs no more than one of a day.
     */
    public Instant lastOf(int most, Instant from, Instant to) {
        Instant few = to;
        for (Duration span = Duration.ofSeconds(1); ; span = span.multipliedBy(2)) {
            Instant start = to.minus(span).isBefore(from) ? from : to.minus(span);
            List<Instant> times = between(start, to, MANY * most);
            if (times.size() > most) {
                return times.size() < MANY * most ? cut(times, most) : halved(most, start, few, to);
            }
            if (start.equals(from)) {
                return from;
            }
            few = start;
        }
    }

    /** After {@code start} there are far too many, after {@code end} few enough. */
    private Instant halved(int most, Instant start, Instant end, Instant to) {
        Instant tooMany = start;
        Instant few = end;
        while (Duration.between(tooMany, few).compareTo(Duration.ofSeconds(1)) > 0) {
            Instant middle = tooMany.plus(Duration.between(tooMany, few).dividedBy(2));
            List<Instant> times = between(middle, to, MANY * most);
            if (times.size() > most && times.size() < MANY * most) {
                return cut(times, most);
            }
            if (times.size() > most) {
                tooMany = middle;
            } else {
                few = middle;
            }
        }
        return few;
    }

    private static Instant cut(List<Instant> times, int most) {
        return times.get(times.size() - most - 1);
    }

    private @Nullable Instant nextTimeOfDay(Instant moment) {
        LocalDateTime wall = local(moment, rules.getOffset(moment));
        while (true) {
            wall = expression.next(wall);
            if (wall == null) {
                return null;
            }
            Instant at = moment(wall);
            // In an hour that comes again, or at the end of one that is missing, several times are one moment or gone
            // by.
            if (at.isAfter(moment)) {
                return at;
            }
        }
    }

    private Instant moment(LocalDateTime wall) {
        ZoneOffsetTransition change = rules.getTransition(wall);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return wall.toInstant(rules.getOffset(wall));
    }

    private @Nullable Instant nextBeat(Instant moment) {
        Instant from = moment;
        while (true) {
            ZoneOffset offset = rules.getOffset(from);
            LocalDateTime wall = expression.next(local(from, offset));
            if (wall == null) {
                return null;
            }
            Instant at = wall.toInstant(offset);
            ZoneOffsetTransition change = rules.nextTransition(from);
            if (change == null || at.isBefore(change.getInstant())) {
                return at;
            }
            // The clocks are changed before: from then on by the new time. A second earlier, so that it may fire at
            // once.
            LocalDateTime before =
                    local(change.getInstant(), change.getOffsetAfter()).minusSeconds(1);
            LocalDateTime first = expression.next(before);
            if (first != null && first.equals(before.plusSeconds(1))) {
                return change.getInstant();
            }
            from = change.getInstant();
        }
    }

    private static LocalDateTime local(Instant moment, ZoneOffset offset) {
        return LocalDateTime.ofInstant(moment, offset);
    }
}
