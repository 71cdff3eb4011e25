package dev.penstock.ui.notification;

import dev.penstock.ui.own.OwnSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told, and when.
 *
 * @param mailTo the administrators' addresses, separated by commas
 * @param webhook name of an endpoint that the workers know; empty: none
 * @param userDomain a user's address is their name at this domain; empty: users get no mail
 * @param digestSeconds failures of so long are told together
 * @param threshold fewer failures than this in a digest are told in these pages only
 */
public record NotificationSettings(
        String mailTo, String webhook, String userDomain, int digestSeconds, int threshold, Instant seenUntil) {

    static NotificationSettings of(ResultSet row) throws SQLException {
        return new NotificationSettings(
                row.getString("mail_to"),
                row.getString("webhook"),
                row.getString("user_domain"),
                row.getInt("digest_seconds"),
                row.getInt("threshold"),
                Objects.requireNonNull(OwnSession.moment(row, "seen_until")));
    }

    /** Locked until the transaction ends; empty if another program has it. */
    static Optional<NotificationSettings> locked(OwnSession session) throws SQLException {
        return session.one("SELECT * FROM notification_setting FOR UPDATE SKIP LOCKED", NotificationSettings::of);
    }

    /** As the audit tells of them. */
    String words() {
        return "mail to " + (mailTo.isBlank() ? "nobody" : mailTo) + ", webhook "
                + (webhook.isBlank() ? "none" : webhook)
                + ", users at " + (userDomain.isBlank() ? "no domain" : userDomain) + ", digest of " + digestSeconds
                + " s from " + threshold + " failures on";
    }

    /** Where the administrators are told. */
    List<Recipient> administrators() {
        Stream<Recipient> endpoint =
                webhook.isBlank() ? Stream.of() : Stream.of(new Recipient("WEBHOOK", webhook.strip()));
        return Stream.concat(mails(mailTo), endpoint).toList();
    }

    /** Addresses that are separated by commas. */
    static Stream<Recipient> mails(String addresses) {
        return Stream.of(addresses.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new Recipient("EMAIL", address));
    }

    Optional<String> addressOf(String user) {
        return userDomain.isBlank() || !user.matches("[A-Za-z0-9._-]{1,64}")
                ? Optional.empty()
                : Optional.of(user + "@" + userDomain.strip());
    }
}
