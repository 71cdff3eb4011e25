package dev.penstock.ui.present;

import dev.penstock.ui.right.Caller;
import dev.penstock.ui.view.Moment;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page is made.
 *
 * @param now the moment it is made at; every "ago" on the page counts from it
 * @param zone in which times are shown
 * @param back the page's own address: where acts lead back to
 * @param caller who looks, and what they may
 */
public record Reader(Instant now, ZoneId zone, String back, Caller caller) {
    public Moment moment(Instant at) {
        return Moment.of(at, now, zone);
    }

    /** The moment, or null if there is none. */
    public @Nullable Moment orNull(@Nullable Instant at) {
        return at == null ? null : moment(at);
    }
}
