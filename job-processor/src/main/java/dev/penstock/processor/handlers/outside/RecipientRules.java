package dev.penstock.processor.handlers.outside;

import java.util.Locale;
import java.util.Map;
import org.subethamail.smtp.RejectException;

/**
 * Whom the SMTP server refuses, told by how the recipient's address begins.
 *
 * <table>
 *   <caption>Answers to RCPT TO</caption>
 *   <tr><td>{@code gone-…}</td><td>550, always: no such mailbox (permanent)</td></tr>
 *   <tr><td>{@code full-…}</td><td>452, always: mailbox full (transient, uses up every attempt)</td></tr>
 *   <tr><td>{@code greylisted-…}</td><td>451 the first time, accepted from the second on (transient)</td></tr>
 *   <tr><td>others</td><td>accepted</td></tr>
 * </table>
 */
final class RecipientRules {
    private final Map<String, Boolean> greylist = LatestOnly.map();

    void check(String recipient) throws RejectException {
        String address = recipient.toLowerCase(Locale.ROOT);
        if (address.startsWith("gone-")) {
            throw new RejectException(550, "5.1.1 <" + address + "> no such mailbox here");
        }
        if (address.startsWith("full-")) {
            throw new RejectException(452, "4.2.2 <" + address + "> mailbox full, try again later");
        }
        if (address.startsWith("greylisted-") && greylist.putIfAbsent(address, true) == null) {
            throw new RejectException(451, "4.7.1 <" + address + "> greylisted, try again in a second");
        }
    }
}
