package dev.penstock.processor.handlers.mail;

import dev.penstock.api.dispatch.LogLine;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;

/**
 * Sends one e-mail from a template. Its Message-ID follows from the job's id: should a worker die between the server's
 * 250 and its own report, the recipient's server can tell the second copy from a second mail.
 */
public final class SendEmailHandler implements JobHandler<SendEmail> {
    private static final String FROM = "no-reply@penstock.invalid";

    private final Supplier<InetSocketAddress> relay;

    /** With the SMTP server's address, asked for at each run: it may move while the worker runs. */
    public SendEmailHandler(Supplier<InetSocketAddress> relay) {
        this.relay = relay;
    }

    /** What the job leaves behind. */
    public record Sent(String messageId, String to, String subject) {}

    @Override
    public Sent run(SendEmail mail, JobContext context) {
        FilledTemplate text = FilledTemplate.fill(context.template(mail.template()), mail.values());
        return send(mail.to(), text.subject(), text.body(), context);
    }

    /** Sends a mail that has its words already. A subject has one line: a break in it would begin a header of its own. */
    public Sent send(String to, String subject, String body, JobContext context) {
        String oneLine = subject.replaceAll("[\\r\\n]+", " ");
        InetSocketAddress server = relay.get();
        String messageId = "<" + context.idempotencyKey() + "@penstock.invalid>";
        try {
            Message message = new IdentifiedMessage(MailSession.to(server), messageId);
            message.setFrom(new InternetAddress(FROM));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
            message.setSentDate(Date.from(Instant.now()));
            message.setSubject(oneLine);
            message.setText(body);
            Transport.send(message);
        } catch (MessagingException e) {
            throw SmtpRefusal.of(e, MailSession.name(server), to);
        }
        context.log(LogLine.Level.INFO, "Sent \"" + oneLine + "\" to " + to + " by " + MailSession.name(server));
        return new Sent(messageId, to, oneLine);
    }

    /** A message that keeps the id it was given, in place of a random one at every save. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        public void setSubject(String subject) throws MessagingException {
            setSubject(subject, StandardCharsets.UTF_8.name());
        }

        @Override
        public void setText(String text) throws MessagingException {
            setText(text, StandardCharsets.UTF_8.name());
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
