package dev.penstock.ui.notification;

import dev.penstock.api.job.Json;
import dev.penstock.api.mask.Mask;
import dev.penstock.api.mask.Masking;
import dev.penstock.ui.own.OwnDatabase;
import dev.penstock.ui.own.OwnSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks which jobs have ended since the last look (S3.14, S4.2, S4.4), and writes down who is to be told of it.
 *
 * <p>The row of settings is locked while it looks, so of several programs one looks at a time. A job may become visible a little
 * after others that ended later, since partitions are folded side by side: each look reaches back, and what was told before has
 * its id already. While the tables are behind the log it does not move on.
 */
public final class NewsDesk {
    private static final String NEXT = """
            SELECT id, round, type, status, run_by, notify_user, failures, max_attempts, error_class, error_message, ended_at,
              CASE WHEN status = 'FAILED' THEN payload END AS payload, CASE WHEN status = 'FAILED' THEN checkpoint END AS checkpoint,
              CASE WHEN status = 'FAILED' THEN metadata::text END AS metadata
            FROM penstock_read.job
            WHERE ended_at > ?::timestamptz - interval '15 seconds' AND ended_at IS NOT NULL AND NOT system
              AND status IN ('COMPLETED', 'FAILED', 'ABORTED')
            ORDER BY ended_at, id LIMIT 5000""";
    private static final String BEHIND =
            "SELECT coalesce(sum(behind_records), 0) AS behind FROM penstock_read.freshness";
    private static final String TELL =
            "INSERT INTO notification (id, at, account, subject, text, href) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String SEND =
            "INSERT INTO outgoing (id, channel, recipient, subject, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";

    private final OwnDatabase own;
    private final Masking masking;

    public NewsDesk(OwnDatabase own, Masking masking) {
        this.own = own;
        this.masking = masking;
    }

    private record Ended(
            String id,
            int round,
            String type,
            String status,
            @Nullable String runBy,
            @Nullable String notifyUser,
            boolean exhausted,
            String error,
            Instant at) {
        String key() {
            return id + "/" + round;
        }
    }

    /** One look; how many jobs had ended. */
    public int look() {
        return own.inTransaction(session -> {
            Optional<NotificationSettings> settings = NotificationSettings.locked(session);
            if (settings.isEmpty()) {
                return 0;
            }
            List<Ended> ended = session.list(
                    NEXT,
                    row -> {
                        String error = Objects.requireNonNullElse(row.getString("error_class"), "");
                        String message = mask(row).text(Objects.requireNonNullElse(row.getString("error_message"), ""));
                        return new Ended(
                                row.getString("id"),
                                row.getInt("round"),
                                row.getString("type"),
                                row.getString("status"),
                                row.getString("run_by"),
                                row.getString("notify_user"),
                                row.getInt("failures") >= row.getInt("max_attempts"),
                                error.replaceFirst(".*\\.", "") + ": " + message,
                                Objects.requireNonNull(OwnSession.moment(row, "ended_at")));
                    },
                    settings.get().seenUntil());
            for (Ended job : ended) {
                tell(session, settings.get(), job);
            }
            digest(session, settings.get());
            move(session, ended);
            return ended.size();
        });
    }

    /** What leaves by e-mail is covered as it is in the pages. */
    private Mask mask(ResultSet row) throws SQLException {
        List<Json> contents = new ArrayList<>();
        for (String column : List.of("payload", "checkpoint", "metadata")) {
            String text = row.getString(column);
            if (text != null) {
                contents.add(new Json(text));
            }
        }
        return masking.of(row.getString("type")).knowing(contents);
    }

    private static void tell(OwnSession session, NotificationSettings settings, Ended job) throws SQLException {
        if (job.status().equals("FAILED")) {
            session.change(
                    "INSERT INTO failure_news (job, round, type, exhausted, error, at) VALUES (?, ?, ?, ?, ?, ?)"
                            + " ON CONFLICT DO NOTHING",
                    job.id(),
                    job.round(),
                    job.type(),
                    job.exhausted(),
                    job.error(),
                    job.at());
        }
        if (job.notifyUser() != null) {
            tell(session, settings, job, job.notifyUser());
        }
        if (job.runBy() != null && !job.runBy().equals(job.notifyUser()) && isAccount(session, job.runBy())) {
            tell(session, settings, job, job.runBy());
        }
    }

    private static void tell(OwnSession session, NotificationSettings settings, Ended job, String user)
            throws SQLException {
        String id = "end/" + job.key() + "/" + user;
        String word = switch (job.status()) {
            case "COMPLETED" -> "is done";
            case "FAILED" -> "has failed";
            default -> "was given up";
        };
        String subject = job.type() + " " + word;
        String text = "Your job " + job.id() + " " + word + "."
                + (job.status().equals("FAILED") ? " " + job.error() : "") + " See it among your jobs.";
        session.change(TELL, id, job.at(), user, subject, text, "/mine");
        settings.addressOf(user).ifPresent(to -> change(session, SEND, id, "EMAIL", to, subject, text));
    }

    private static boolean isAccount(OwnSession session, String user) throws SQLException {
        return session.one("SELECT 1 FROM account WHERE name = ? AND NOT disabled", row -> true, user)
                .isPresent();
    }

    private static void digest(OwnSession session, NotificationSettings settings) throws SQLException {
        List<Failed> news = session.list(
                "SELECT f.* FROM failure_news f, notification_setting WHERE NOT told"
                        + " AND digest_at + digest_seconds * interval '1 second' <= now() ORDER BY f.at, f.job",
                Failed::of);
        if (news.isEmpty()) {
            return;
        }
        String id = "failures/" + news.getFirst().key();
        String subject = Failed.subject(news);
        String text = Failed.text(news);
        session.change(TELL, id, Instant.now(), null, subject, text, "/jobs?q=status:failed");
        if (news.size() >= settings.threshold()) {
            for (Recipient to : settings.administrators()) {
                session.change(SEND, id + "/" + to.to(), to.channel(), to.to(), subject, text);
            }
        }
        session.change("UPDATE failure_news SET told = true WHERE NOT told");
        session.change("DELETE FROM failure_news WHERE told AND at < now() - interval '1 day'");
        session.change("DELETE FROM notification WHERE at < now() - interval '30 days'");
        session.change("UPDATE notification_setting SET digest_at = now()");
    }

    private static void move(OwnSession session, List<Ended> ended) throws SQLException {
        long behind = session.one(BEHIND, row -> row.getLong("behind")).orElse(0L);
        if (behind == 0 && !ended.isEmpty()) {
            session.change(
                    "UPDATE notification_setting SET seen_until = greatest(seen_until, ?)",
                    ended.getLast().at());
        }
    }

    private static void change(OwnSession session, String sql, @Nullable Object... values) {
        try {
            session.change(sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A failure that nobody was told of. */
    private record Failed(String job, int round, String type, boolean exhausted, String error) {
        static Failed of(ResultSet row) throws SQLException {
            return new Failed(
                    row.getString("job"),
                    row.getInt("round"),
                    row.getString("type"),
                    row.getBoolean("exhausted"),
                    row.getString("error"));
        }

        String key() {
            return job + "/" + round;
        }

        static String subject(List<Failed> news) {
            long exhausted = news.stream().filter(Failed::exhausted).count();
            String jobs = news.size() == 1 ? "1 job has failed" : news.size() + " jobs have failed";
            return jobs + (exhausted == 0 ? "" : ", " + exhausted + " of them after the last attempt");
        }

        static String text(List<Failed> news) {
            return news.stream().collect(Collectors.groupingBy(Failed::type)).entrySet().stream()
                    .sorted((a, b) -> b.getValue().size() - a.getValue().size())
                    .limit(10)
                    .map(type -> type.getKey() + ": " + type.getValue().size() + ", such as "
                            + type.getValue().getFirst().job() + " ("
                            + type.getValue().getFirst().error() + ")")
                    .collect(Collectors.joining("\n"));
        }
    }
}
