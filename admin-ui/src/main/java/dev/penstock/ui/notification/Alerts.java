package dev.penstock.ui.notification;

import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every rule: fires once its measure was over the threshold for as long as the rule says, and clears once it is under
 * it again. Both are told; while a rule is snoozed, neither. The rules are locked while one program looks.
 */
public final class Alerts {
    private final OwnDatabase own;

    public Alerts(OwnDatabase own) {
        this.own = own;
    }

    /** One look at {@code now}; which rules have fired or cleared. */
    public List<AlertRule> look(Instant now) {
        return own.inTransaction(session -> {
            Optional<NotificationSettings> settings = NotificationSettings.locked(session);
            if (settings.isEmpty()) {
                return List.of();
            }
            List<AlertRule> rules = session.list("SELECT * FROM alert_rule ORDER BY id", AlertRule::of);
            return rules.stream()
                    .filter(rule -> changed(session, settings.get(), rule, now))
                    .toList();
        });
    }

    private static boolean changed(OwnSession session, NotificationSettings settings, AlertRule rule, Instant now) {
        try {
            double value = session.one(rule.measure().sql(), row -> row.getDouble("value"), rule.queue(), rule.queue())
                    .orElse(0.0);
            boolean over = value >= rule.threshold();
            @Nullable Instant since = over ? (rule.overSince() == null ? now : rule.overSince()) : null;
            boolean fires = since != null
                    && rule.firedAt() == null
                    && !since.plus(Duration.ofSeconds(rule.holdSeconds())).isAfter(now);
            boolean clears = !over && rule.firedAt() != null;
            @Nullable Instant fired = clears ? null : fires ? now : rule.firedAt();
            session.change(
                    "UPDATE alert_rule SET value = ?, over_since = ?, fired_at = ? WHERE id = ?",
                    value,
                    since,
                    fired,
                    rule.id());
            boolean snoozed = rule.snoozedUntil() != null && rule.snoozedUntil().isAfter(now);
            if ((fires || clears) && !snoozed) {
                tell(session, settings, rule, new Turn(fires, value, clears ? rule.firedAt() : fired, now));
            }
            return fires || clears;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Turn(
            boolean fires, double value, @Nullable Instant fired, Instant now) {}

    private static void tell(OwnSession session, NotificationSettings settings, AlertRule rule, Turn turn)
            throws SQLException {
        String word = turn.fires() ? "fired" : "cleared";
        String id = "alert/" + rule.id() + "/" + turn.fired() + "/" + word;
        String subject = (turn.fires() ? "Alert: " : "Over: ") + rule.title();
        String text = "%s is %.1f %s; the rule says %.1f for %d s."
                .formatted(rule.title(), turn.value(), rule.measure().unit(), rule.threshold(), rule.holdSeconds());
        session.change(
                "INSERT INTO notification (id, at, subject, text, href) VALUES (?, ?, ?, ?, '/notifications#rules')"
                        + " ON CONFLICT DO NOTHING",
                id,
                turn.now(),
                subject,
                text);
        Stream<Recipient> told = rule.mailTo().isBlank()
                ? settings.administrators().stream()
                : NotificationSettings.mails(rule.mailTo());
        for (Recipient to : told.toList()) {
            session.change(
                    "INSERT INTO outgoing (id, channel, recipient, subject, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    id + "/" + to.to(),
                    to.channel(),
                    to.to(),
                    subject,
                    text);
        }
    }
}
