package dev.penstock.ui.filter;

import static dev.penstock.ui.tongue.Tongue.say;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The moment behind {@code ?at=}, as of which a page is asked for. */
public sealed interface AsOf {
    /** As things are. */
    record Now() implements AsOf {}

    /**
     * As things were.
     *
     * @param at whole milliseconds, not after now
     */
    record Then(Instant at) implements AsOf {}

    /** No such moment; {@code sentence} says why, and how one is written. */
    record Wrong(String sentence) implements AsOf {}

    /**
     * What {@code text} means.
     *
     * @param text {@code -24h}, {@code 2026-03-01}, {@code 2026-03-01T10:00}, with an offset or in UTC; absent, empty or
     *     {@code now}: as things are. A day or a minute means its beginning
     */
    static AsOf parse(@Nullable String text, Instant now) {
        if (text == null || text.isBlank() || text.strip().equals("now")) {
            return new Now();
        }
        // A plus sign that was not escaped arrives as a blank.
        Moment moment = Moment.parse(text.strip().replace(' ', '+'));
        if (moment == null) {
            return new Wrong(say(
                    "\"{1}\" is no moment. Write -24h (s m h d w), 2026-03-01, 2026-03-01T10:00 (UTC) or 2026-03-01T10:00+01:00.",
                    text));
        }
        Instant at = moment.start(now).truncatedTo(ChronoUnit.MILLIS);
        return at.isAfter(now)
                ? new Wrong(say("{1} is still to come. Only what was can be looked back at.", text))
                : new Then(at);
    }

    /** The moment as addresses carry it: it stays the same while time goes on. */
    static String print(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
