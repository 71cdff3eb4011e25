package dev.penstock.ui.notification;

import dev.penstock.ui.audit.Audit;
import dev.penstock.ui.audit.Change;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import dev.penstock.ui.right.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people are told in these pages, and what they choose about it. */
@ApplicationScoped
public class Notices {
    private final OwnDatabase own;

    @Inject
    public Notices(OwnDatabase own) {
        this.own = own;
    }

    /**
     * One thing that somebody is told.
     *
     * @param account name of a user; null: the administrators
     */
    public record Notice(String id, Instant at, @Nullable String account, String subject, String text, String href) {
        static Notice of(ResultSet row) throws SQLException {
            return new Notice(
                    row.getString("id"),
                    Objects.requireNonNull(OwnSession.moment(row, "at")),
                    row.getString("account"),
                    row.getString("subject"),
                    row.getString("text"),
                    row.getString("href"));
        }
    }

    /** The newest for the administrators. */
    public List<Notice> forAdministrators(int most) {
        return own.inTransaction(session -> session.list(
                "SELECT * FROM notification WHERE account IS NULL ORDER BY at DESC, id LIMIT ?", Notice::of, most));
    }

    /** The newest for a user (S4.2, S4.4). */
    public List<Notice> forUser(String account, int most) {
        return own.inTransaction(session -> session.list(
                "SELECT * FROM notification WHERE account = ? ORDER BY at DESC, id LIMIT ?",
                Notice::of,
                account,
                most));
    }

    public NotificationSettings settings() {
        return own.inTransaction(session -> session.one("SELECT * FROM notification_setting", NotificationSettings::of)
                .orElseThrow());
    }

    /** An administrator's choice. */
    public void choose(NotificationSettings settings, Caller by) {
        own.inTransaction(session -> {
            NotificationSettings before = session.one("SELECT * FROM notification_setting", NotificationSettings::of)
                    .orElseThrow();
            Audit.write(
                    session,
                    by.actor().toString(),
                    new Change("choose", "notifications", before.words(), settings.words()));
            return session.change(
                    "UPDATE notification_setting SET mail_to = ?, webhook = ?, user_domain = ?, digest_seconds = ?, threshold = ?,"
                            + " chosen = true",
                    settings.mailTo(),
                    settings.webhook(),
                    settings.userDomain(),
                    settings.digestSeconds(),
                    settings.threshold());
        });
    }

    /** What the program was started with, unless an administrator has chosen. */
    void suggest(String mailTo, String webhook, String userDomain) {
        own.inTransaction(session -> session.change(
                "UPDATE notification_setting SET mail_to = ?, webhook = ?, user_domain = ? WHERE NOT chosen",
                mailTo,
                webhook,
                userDomain));
    }

    public List<AlertRule> rules() {
        return own.inTransaction(session -> session.list("SELECT * FROM alert_rule ORDER BY id", AlertRule::of));
    }

    /** A new rule. */
    public void add(
            Measure measure, @Nullable String queue, double threshold, int holdSeconds, String mailTo, Caller by) {
        own.inTransaction(session -> {
            String where = queue == null ? "all queues" : "queue " + queue;
            String rule = measure.title() + " of " + where + ", at least " + threshold + " for " + holdSeconds + " s";
            Audit.write(session, by.actor().toString(), new Change("add", "notifications rule", null, rule));
            return session.change(
                    "INSERT INTO alert_rule (measure, queue, threshold, hold_seconds, mail_to) VALUES (?, ?, ?, ?, ?)",
                    measure,
                    queue,
                    threshold,
                    holdSeconds,
                    mailTo);
        });
    }

    /** Nobody is told by the rule before this moment; null: at once again. */
    public void snooze(long rule, @Nullable Instant until, Caller by) {
        own.inTransaction(session -> {
            String after = until == null ? "told at once" : "nobody is told until " + until;
            write(session, by, rule, until == null ? "wake" : "snooze", after);
            return session.change("UPDATE alert_rule SET snoozed_until = ?::timestamptz WHERE id = ?", until, rule);
        });
    }

    public void remove(long rule, Caller by) {
        own.inTransaction(session -> {
            write(session, by, rule, "remove", null);
            return session.change("DELETE FROM alert_rule WHERE id = ?", rule);
        });
    }

    private static void write(OwnSession session, Caller by, long rule, String act, @Nullable String after)
            throws SQLException {
        String before = session.one("SELECT * FROM alert_rule WHERE id = ?", AlertRule::of, rule)
                .map(AlertRule::title)
                .orElse(null);
        Audit.write(session, by.actor().toString(), new Change(act, "notifications rule " + rule, before, after));
    }
}
