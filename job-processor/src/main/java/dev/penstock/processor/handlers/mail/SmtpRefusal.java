package dev.penstock.processor.handlers.mail;

import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.api.worker.TransientFailure;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a mail that was not taken may be taken later: 4xx and a connection that broke are transient, 5xx and an
 * address that is none are permanent (RFC 5321, 4.2.1; S1.19, S1.20).
 */
final class SmtpRefusal {
    private SmtpRefusal() {}

    static RuntimeException of(MessagingException refused, String server, String recipient) {
        if (refused instanceof AddressException) {
            return new PermanentFailure("\"" + recipient + "\" is no e-mail address: " + refused.getMessage(), refused);
        }
        Answer answer = answerIn(refused);
        if (answer.code().isEmpty()) {
            return new TransientFailure(
                    "SMTP server " + server + " could not be reached or broke off: " + answer.text(), refused);
        }
        String message = "SMTP server " + server + " refused " + recipient + ": " + answer.text();
        return answer.code().getAsInt() >= 500
                ? new PermanentFailure(message, refused)
                : new TransientFailure(message, refused);
    }

    private record Answer(OptionalInt code, String text) {}

    /** The server's answer to a recipient lies deepest in the chain, below one for the whole mail. */
    private static Answer answerIn(MessagingException refused) {
        Answer answer = new Answer(OptionalInt.empty(), String.valueOf(refused.getMessage()));
        for (@Nullable Exception e = refused;
                e != null;
                e = e instanceof MessagingException m ? m.getNextException() : null) {
            OptionalInt code = codeOf(e);
            if (code.isPresent() || answer.code().isEmpty()) {
                answer = new Answer(code, String.valueOf(e.getMessage()).strip());
            }
        }
        return answer;
    }

    private static OptionalInt codeOf(Exception e) {
        int code = switch (e) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> -1;
        };
        return code >= 400 ? OptionalInt.of(code) : OptionalInt.empty();
    }
}
