package dev.penstock.ui.notification;

import dev.penstock.ui.own.OwnSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is told that something goes wrong.
 *
 * @param queue of which; null: of all
 * @param threshold at or over it something is wrong
 * @param holdSeconds for so long, before somebody is told
 * @param mailTo addresses in place of the administrators'; empty: theirs
 * @param snoozedUntil nobody is told before; null: it is not snoozed
 * @param value when it was looked at last; null: not yet
 * @param overSince null: it is under the threshold
 * @param firedAt null: nobody was told, or it has cleared since
 */
public record AlertRule(
        long id,
        Measure measure,
        @Nullable String queue,
        double threshold,
        int holdSeconds,
        String mailTo,
        @Nullable Instant snoozedUntil,
        @Nullable Double value,
        @Nullable Instant overSince,
        @Nullable Instant firedAt) {

    static AlertRule of(ResultSet row) throws SQLException {
        return new AlertRule(
                row.getLong("id"),
                Measure.valueOf(row.getString("measure")),
                row.getString("queue"),
                row.getDouble("threshold"),
                row.getInt("hold_seconds"),
                row.getString("mail_to"),
                OwnSession.moment(row, "snoozed_until"),
                row.getObject("value", Double.class),
                OwnSession.moment(row, "over_since"),
                OwnSession.moment(row, "fired_at"));
    }

    /** "Long wait of mail". */
    public String title() {
        return measure.title() + (queue == null ? "" : " of " + queue);
    }
}
